package cme.credit.contract;

import cme.test.openapi.OpenApiWalk;
import cme.test.stack.LocalStackResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import java.util.Map;
import java.util.Set;

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

    /// A title at the top is for rows without an activity.
    @Override
    protected Set<String> meaninglessTexts() {
        return Set.of("title of POST /v1/rosters");
    }
}
