package cme.chassis.edge;

import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.http.Admission;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class AdmissionTest {

    @TestHTTPResource("/v1/parcels/waiting")
    URI waiting;

    @Inject Admission admission;

    @ConfigProperty(name = "cme.chassis.max-requests-in-work")
    int limit;

    @Test
    void requestsBeyondTheLimitAreRefusedAtOnceAndTheOthersAreServed() {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(waiting).build();
            var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (int i = 0; i < limit; i++) {
                answers.add(client.sendAsync(request, BodyHandlers.ofString()));
            }
            await().until(() -> admission.inWork() == limit);

            var refused = client.sendAsync(request, BodyHandlers.ofString()).join();
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.body()).contains("/overloaded");

            ParcelResource.GATE.countDown();
            assertThat(answers).allMatch(answer -> answer.join().statusCode() == 200);
            await().until(() -> admission.inWork() == 0);
        }
    }
}
