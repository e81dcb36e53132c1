package cme.credit.contract;

import cme.test.openapi.OpenApiWalk;
import cme.test.stack.LocalStackResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import java.util.Map;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OpenApiWalkTest extends OpenApiWalk {

    @Override
    protected Map<String, String> values() {
        return Map.of(
                "012345", "970001",
                "012346", "970002",
                "1234567893", "1987654328",
                "1000000012", "1876543210",
                "ASPS-2026-0412-17", "WALK-1",
                "ASPS-ANNUAL-2026-DAY-4", "WALK-ROSTER",
                "*.diplomateId", "970001");
    }
}
