package cme.compliance.contract;

import cme.test.openapi.OpenApiContract;
import cme.test.stack.LocalStackResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OpenApiTest extends OpenApiContract {}
