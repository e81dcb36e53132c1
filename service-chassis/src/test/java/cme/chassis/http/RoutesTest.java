package cme.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private final Routes routes =
            new Routes(Set.of(Lists.class, Items.class, Books.class, Feed.class, String.class));

    @Path("/v1/lists")
    public static class Lists {

        @GET
        @Operation(hidden = true)
        @Produces("application/json")
        public String json() {
            return "{}";
        }

        @GET
        @Operation(hidden = true)
        @Produces("text/csv")
        public String csv() {
            return "";
        }

        @GET
        @Operation(hidden = true)
        @Path("own/")
        public String own() {
            return "own";
        }
    }

    @Path("v1/lists/{id: [0-9]{1,3}|[a-z]+}")
    public static class Items {

        @DELETE
        @Operation(hidden = true)
        public void delete(@PathParam("id") String id) {
            // Only its path matters.
        }

        @GET
        @Operation(hidden = true)
        public String read(@PathParam("id") String id) {
            return id;
        }

        public String helper() {
            return "no operation";
        }
    }

    @Path("/v1/shelves/{shelf}/books")
    public static class Books {

        @GET
        @Operation(hidden = true)
        @Path("{book: ([0-9]{6})}.ics")
        public String read(@PathParam("shelf") String shelf, @PathParam("book") String book) {
            return shelf + book;
        }
    }

    public abstract static class AnyFeed {

        @GET
        @Operation(hidden = true)
        @Path("/{after}")
        public String changes(@PathParam("after") String after) {
            return after;
        }
    }

    @Path("/v1/feed")
    public static class Feed extends AnyFeed {

        @Override
        public String changes(String after) {
            return super.changes(after);
        }
    }

    @Test
    void anOverridingMethodAnswersAsTheOneThatItOverrides() {
        Routes.Operation operation = routes.operation("GET", "/v1/feed/7").orElseThrow();
        assertThat(operation.template()).isEqualTo("/v1/feed/{after}");
        assertThat(operation.methods())
                .extracting(Routes.Handler::method)
                .extracting(method -> (Object) method.getDeclaringClass())
                .containsExactly(Feed.class);
    }

    @Test
    void operationsThatDifferInTheirMediaTypesAreOneWithTwoMethods() {
        assertThat(routes.operation("GET", "/v1/lists").orElseThrow().methods())
                .extracting(Routes.Handler::method)
                .extracting(Method::getName)
                .containsExactlyInAnyOrder("json", "csv");
    }

    @Test
    void aTemplateNamesItsVariablesWithoutTheirExpressions() {
        assertThat(routes.operation("GET", "/v1/lists/12").orElseThrow().template())
                .isEqualTo("/v1/lists/{id}");
    }

    @Test
    void theVariablesOfAPathAreTakenFromWhereTheTemplateHasThem() {
        assertThat(routes.operation("GET", "/v1/lists/12/").orElseThrow().variables())
                .containsExactly(entry("id", "12"));
        assertThat(routes.operation("GET", "/v1/shelves/a%2Fb/books/012345.ics"))
                .map(Routes.Operation::variables)
                .contains(Map.of("shelf", "a/b", "book", "012345"));
        assertThat(routes.operation("GET", "/v1/lists/own").orElseThrow().variables()).isEmpty();
    }

    @Test
    void aPathWithoutVariablesComesFirst() {
        assertThat(routes.operation("GET", "/v1/lists/own/").orElseThrow().template())
                .isEqualTo("/v1/lists/own");
    }

    @Test
    void aMethodThatNobodyAnswersIsNoOperation() {
        assertThat(routes.operation("DELETE", "/v1/lists")).isEmpty();
        assertThat(routes.operation("GET", "/v1/lists/1234")).isEmpty();
    }

    @Test
    void theMethodsOfAPathAreThoseOfAllClasses() {
        assertThat(routes.methods("/v1/lists/12"))
                .containsExactlyInAnyOrder("DELETE", "GET", "HEAD", "OPTIONS");
        assertThat(routes.methods("/v1/unknown")).isEmpty();
    }
}
