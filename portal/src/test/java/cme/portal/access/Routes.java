package cme.portal.access;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;

import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Every route of the portal, such as `GET /diplomates/{id}`, from its classes.
final class Routes {
    private Routes() {}

    static Set<String> all() {
        Set<String> routes = new TreeSet<>();
        new ClassFileImporter()
                .importPath(java.nio.file.Path.of("target", "classes"))
                .that(DescribedPredicate.describe("resources", Routes::isResource))
                .forEach(
                        resource ->
                                resource.getMethods()
                                        .forEach(method -> add(resource, method, routes)));
        return routes;
    }

    private static boolean isResource(JavaClass one) {
        return one.isAnnotatedWith(jakarta.ws.rs.Path.class)
                && !one.isAnnotatedWith(
                        "org.eclipse.microprofile.rest.client.inject.RegisterRestClient");
    }

    private static void add(JavaClass resource, JavaMethod method, Set<String> routes) {
        Stream.<Class<? extends Annotation>>of(GET.class, POST.class, PUT.class, DELETE.class)
                .filter(method::isAnnotatedWith)
                .forEach(
                        verb ->
                                routes.add(
                                        verb.getSimpleName()
                                                + " "
                                                + joined(
                                                        resource.getAnnotationOfType(
                                                                        jakarta.ws.rs.Path.class)
                                                                .value(),
                                                        method.isAnnotatedWith(
                                                                        jakarta.ws.rs.Path.class)
                                                                ? method.getAnnotationOfType(
                                                                                jakarta.ws.rs.Path
                                                                                        .class)
                                                                        .value()
                                                                : "")));
    }

    private static String joined(String base, String below) {
        return ("/" + base + "/" + below).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
