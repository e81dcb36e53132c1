package cme.compliance;

import cme.test.database.ServiceUserRights;
import cme.test.stack.LocalStackResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class DatabaseRightsTest extends ServiceUserRights {

    DatabaseRightsTest() {
        super("event_log");
    }
}
