package cme.compliance.contract;

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
        return Map.of("012345", "970001");
    }
}
