package cme.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Arguments;
import org.junit.jupiter.api.Test;

/// Arrays of texts reach the database unchanged and in binary.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class TextArrayTest {

    @Inject Jdbi jdbi;

    @Test
    void anArrayArrivesUnchanged() {
        String[] texts = {"a", null, "", "NULL", "{\"b\\c\", 'd'}", "Jürgen 🩺"};
        var arrived =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery("select unnest(:texts::text[])")
                                        .bind("texts", texts)
                                        .mapTo(String.class)
                                        .list());
        assertThat(arrived).containsExactly(texts);
    }

    /// Jdbi would send text. Its own factory takes precedence over ours unless ours is preparable.
    @Test
    void anArrayIsSentInBinary() {
        var arguments = jdbi.getConfig(Arguments.class);
        String[] texts = {"a"};
        var prepared = arguments.prepareFor(String[].class).orElseThrow().apply(texts);
        var found = arguments.findFor(String[].class, texts).orElseThrow();
        assertThat(List.of(prepared, found))
                .allMatch(argument -> argument.getClass().getPackage() == ours());
    }

    private static Package ours() {
        return JdbiProducer.class.getPackage();
    }
}
