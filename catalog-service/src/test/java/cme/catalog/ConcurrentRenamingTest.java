package cme.catalog;

import static cme.catalog.Api.ACTIVITIES;
import static cme.catalog.Api.board;
import static org.assertj.core.api.Assertions.assertThat;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A provider or tracer procedure is renamed while one of its activities changes.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ConcurrentRenamingTest extends ConcurrentChanges {

    @Test
    void anActivityThatIsApprovedWhileItsProcedureIsRenamedIsFoundByTheNewName() throws Exception {
        var other = suffix + "-1";
        var code = suffix + "-2";
        putCourse(other, "Other");
        approve(other);
        putCourse(code, "This");

        Future<Response> approval;
        Future<Response> renaming;
        try (var _ = hold(other)) {
            try (var _ = hold(code)) {
                approval = start(() -> approve(code));
                awaitWaiting(1);
                renaming = start(() -> putProcedure("Newprocedure" + suffix));
                awaitWaiting(2);
            }
            assertStatus(approval, 201);
        }
        assertStatus(renaming, 200);

        assertFound("Newprocedure" + suffix, other, code);
        assertFound("Oldprocedure" + suffix);
    }

    @Test
    void anActivityThatIsApprovedWhileItsProviderIsRenamedIsFoundByItsProcedure() throws Exception {
        var other = suffix + "-1";
        var code = suffix + "-2";
        putCourse(other, "Other");
        putCourse(code, "This");

        Future<Response> renaming;
        try (var _ = hold(other)) {
            renaming = start(() -> putProvider("Newprovider" + suffix));
            awaitWaiting(1);
            assertThat(approve(code).statusCode()).isEqualTo(201);
        }
        assertStatus(renaming, 200);

        assertFound("Oldprocedure" + suffix, code);
        assertFound("Newprovider" + suffix, other, code);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anEditAndTheRenamingOfItsProviderDoNotWaitForEachOther(boolean isImport) throws Exception {
        var other = suffix + "-1";
        var code = suffix + "-2";
        putCourse(other, "Other");
        putCourse(code, "This");

        Future<Response> renaming;
        Future<Response> edit;
        try (var _ = hold(other)) {
            renaming = start(() -> putProvider("Newprovider" + suffix));
            awaitWaiting(1);
            edit =
                    start(
                            () ->
                                    isImport
                                            ? importTitle(code, "Changed")
                                            : putCourse(code, "Changed"));
            awaitWaiting(2);
        }
        assertStatus(edit, 200);
        assertStatus(renaming, 200);

        assertFound("Newprovider" + suffix, other, code);
        assertFound("changed Newprovider" + suffix, code);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anActivityThatIsProposedWhileItsProviderIsRenamedIsFoundByTheNewName(boolean isImport)
            throws Exception {
        var other = suffix + "-1";
        var code = suffix + "-2";
        putCourse(other, "Other");

        Future<Response> renaming;
        Future<Response> proposal;
        try (var _ = hold(other)) {
            renaming = start(() -> putProvider("Newprovider" + suffix));
            awaitWaiting(1);
            proposal = start(() -> isImport ? importTitle(code, "This") : putCourse(code, "This"));
            awaitWaiting(2);
        }
        assertStatus(proposal, isImport ? 200 : 201);
        assertStatus(renaming, 200);

        assertFound("Newprovider" + suffix, other, code);
        assertFound("Oldprovider" + suffix);
    }

    /// The rows in between are rejected; they put the two activities into different batches.
    @Test
    void aLongImportAndTheRenamingOfAProcedureDoNotWaitForEachOther() throws Exception {
        var other = suffix + "-1";
        var code = suffix + "-2";
        for (var activity : new String[] {other, code}) {
            putCourse(activity, "Before");
            approve(activity);
        }
        var rows =
                "code,title\n%s,After\n%s%s,After\n"
                        .formatted(code, ",none\n".repeat(1_000), other);

        Future<Response> renaming;
        Future<Response> edit;
        try (var _ = hold(other)) {
            renaming = start(() -> putProcedure("Newprocedure" + suffix));
            awaitWaiting(1);
            edit =
                    start(
                            () ->
                                    board().contentType("text/csv")
                                            .body(rows)
                                            .post(ACTIVITIES + "imports"));
            awaitWaiting(2);
        }
        assertStatus(edit, 200);
        assertStatus(renaming, 200);

        assertThat(edit.get().<Integer>path("updated")).isEqualTo(2);
        assertFound("after Newprocedure" + suffix, other, code);
    }
}
