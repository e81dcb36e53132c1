package cme.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
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
        Routes.Operation operation = routes.at("/v1/feed/7").operation("GET").orElseThrow();
        assertThat(operation.template()).isEqualTo("/v1/feed/{after}");
        assertThat(operation.methods())
                .extracting(Routes.Handler::method)
                .extracting(method -> (Object) method.getDeclaringClass())
                .containsExactly(Feed.class);
    }

    @Test
    void operationsThatDifferInTheirMediaTypesAreOneWithTwoMethods() {
        assertThat(routes.at("/v1/lists").operation("GET").orElseThrow().methods())
                .extracting(Routes.Handler::method)
                .extracting(Method::getName)
                .containsExactlyInAnyOrder("json", "csv");
    }

    @Test
    void aTemplateNamesItsVariablesWithoutTheirExpressions() {
        assertThat(routes.at("/v1/lists/12").operation("GET").orElseThrow().template())
                .isEqualTo("/v1/lists/{id}");
    }

    @Test
    void theVariablesOfAPathAreTakenFromWhereTheTemplateHasThem() {
        assertThat(routes.at("/v1/lists/12/").operation("GET").orElseThrow().variables())
                .containsExactly(entry("id", "12"));
        assertThat(routes.at("/v1/shelves/a%2Fb/books/012345.ics").operation("GET"))
                .map(Routes.Operation::variables)
                .contains(Map.of("shelf", "a/b", "book", "012345"));
        assertThat(routes.at("/v1/lists/own").operation("GET").orElseThrow().variables()).isEmpty();
    }

    @Test
    void aPathWithoutVariablesComesFirst() {
        assertThat(routes.at("/v1/lists/own/").operation("GET").orElseThrow().template())
                .isEqualTo("/v1/lists/own");
    }

    @Test
    void aMethodThatNobodyAnswersIsNoOperation() {
        assertThat(routes.at("/v1/lists").operation("DELETE")).isEmpty();
        assertThat(routes.at("/v1/lists/1234").operation("GET")).isEmpty();
    }

    @Test
    void theMethodsOfAPathAreThoseOfAllClasses() {
        assertThat(routes.at("/v1/lists/12").methods())
                .containsExactlyInAnyOrder("DELETE", "GET", "HEAD", "OPTIONS");
        assertThat(routes.at("/v1/unknown").methods()).isEmpty();
    }

    @Test
    void aPathIsLookedUpOnceForARequest() {
        ContainerRequestContext request = request("/v1/lists/12?limit=1");
        Routes.Lookup found = routes.lookup(request);
        assertThat(found.operation("GET").orElseThrow().template()).isEqualTo("/v1/lists/{id}");
        assertThat(routes.lookup(request)).isSameAs(found);
    }

    @Test
    void eachRequestIsLookedUpForItself() {
        routes.lookup(request("/v1/lists/12"));
        assertThat(routes.lookup(request("/v1/lists/own")).methods()).doesNotContain("DELETE");
    }

    /// A request of the framework with its address and its properties.
    private static ContainerRequestContext request(String address) {
        var properties = new HashMap<Object, Object>();
        UriInfo uri = answering(UriInfo.class, (_, _) -> URI.create("http://localhost" + address));
        return answering(
                ContainerRequestContext.class,
                (method, arguments) ->
                        switch (method) {
                            case "getUriInfo" -> uri;
                            case "getProperty" -> properties.get(arguments[0]);
                            default -> properties.put(arguments[0], arguments[1]);
                        });
    }

    private static <T> T answering(
            Class<T> type, BiFunction<String, Object[], @Nullable Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> answers.apply(method.getName(), arguments)));
    }
}
