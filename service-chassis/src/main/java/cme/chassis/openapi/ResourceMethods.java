package cme.chassis.openapi;

import cme.chassis.http.Superseded;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/// The methods behind the operations, which show what the annotations do not say.
final class ResourceMethods {

    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final DotName HEADERS = DotName.createSimple("jakarta.ws.rs.core.HttpHeaders");
    private static final DotName SUPERSEDED = DotName.createSimple(Superseded.class);
    private static final DotName PRODUCES = DotName.createSimple("jakarta.ws.rs.Produces");

    private final Map<String, MethodInfo> byOperationId;

    ResourceMethods(IndexView index) {
        byOperationId =
                index.getAnnotations(OPERATION).stream()
                        .filter(a -> a.target().kind() == AnnotationTarget.Kind.METHOD)
                        .filter(a -> a.value("operationId") != null)
                        .collect(
                                Collectors.toMap(
                                        a -> a.value("operationId").asString(),
                                        a -> a.target().asMethod(),
                                        (one, _) -> one));
    }

    /// Whether a GET compares the version that its caller has: it looks at the headers of the
    /// request, and not to choose a media type.
    boolean comparesVersions(Operation get) {
        MethodInfo method = byOperationId.get(String.valueOf(get.getOperationId()));
        return method != null
                && method.parameterTypes().stream().anyMatch(p -> p.name().equals(HEADERS))
                && !choosesMediaType(method.declaredAnnotation(PRODUCES));
    }

    boolean isSuperseded(Operation operation) {
        MethodInfo method = byOperationId.get(String.valueOf(operation.getOperationId()));
        return method != null && method.hasDeclaredAnnotation(SUPERSEDED);
    }

    private static boolean choosesMediaType(@Nullable AnnotationInstance produces) {
        return produces != null && produces.value().asStringArray().length > 1;
    }
}
