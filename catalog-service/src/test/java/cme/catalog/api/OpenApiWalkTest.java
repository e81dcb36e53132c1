package cme.catalog.api;

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
                "*.code",
                "WALK-1",
                "putTracerProcedure.code",
                "WALKING",
                "PRS-2026-0117",
                "WALK-2",
                "American Society of Plastic Surgeons",
                "Walkers",
                "Carpal tunnel syndrome",
                "Walking");
    }
}
