package cme.compliance.contract;

import cme.compliance.harness.Api;
import cme.test.openapi.OpenApiWalk;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OpenApiWalkTest extends OpenApiWalk {

    @Override
    protected Map<String, String> values() {
        return Map.of("012345", "970001");
    }

    /// The walk has started a rebuild. Until it is over it would take away what the tests that come
    /// next store without a topic.
    @AfterEach
    void theRebuildIsOver() {
        Api.awaitRebuilt();
    }
}
