package cme.catalog.privacy;

import cme.test.contract.PrivacyTables;
import cme.test.stack.LocalStackResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class PrivacyTablesTest extends PrivacyTables {

    PrivacyTablesTest() {
        super("catalog-service");
    }
}
