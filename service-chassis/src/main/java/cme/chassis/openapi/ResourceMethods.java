package cme.chassis.openapi;

import cme.chassis.http.Superseded;
import java.util.List;
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
    private static final DotName CONSUMES = DotName.createSimple("jakarta.ws.rs.Consumes");

    private static final DotName LIMITED = DotName.createSimple("cme.chassis.quota.Limited");

    private final Map<String, MethodInfo> byOperationId;
    private final IndexView index;

    ResourceMethods(IndexView index) {
        this.index = index;
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

    /// The media types that the method reads, in its order; none if it does not say.
    List<String> consumed(Operation operation) {
        MethodInfo method = byOperationId.get(String.valueOf(operation.getOperationId()));
        AnnotationInstance consumes = method == null ? null : method.declaredAnnotation(CONSUMES);
        return consumes == null ? List.of() : List.of(consumes.value().asStringArray());
    }

    boolean isSuperseded(Operation operation) {
        MethodInfo method = byOperationId.get(String.valueOf(operation.getOperationId()));
        return method != null && method.hasDeclaredAnnotation(SUPERSEDED);
    }

    /// Whether the calls of the operation are counted. A service that inherits the operation names
    /// the limit where it overrides the method.
    boolean isLimited(Operation operation) {
        MethodInfo method = byOperationId.get(String.valueOf(operation.getOperationId()));
        return method != null
                && index.getAnnotations(LIMITED).stream()
                        .filter(a -> a.target().kind() == AnnotationTarget.Kind.METHOD)
                        .map(a -> a.target().asMethod())
                        .anyMatch(limited -> isSame(limited, method));
    }

    private static boolean isSame(MethodInfo limited, MethodInfo described) {
        return limited.name().equals(described.name())
                && limited.parameterTypes().equals(described.parameterTypes())
                && (limited.declaringClass().name().equals(described.declaringClass().name())
                        || limited.declaringClass()
                                .superName()
                                .equals(described.declaringClass().name()));
    }

    private static boolean choosesMediaType(@Nullable AnnotationInstance produces) {
        return produces != null && produces.value().asStringArray().length > 1;
    }
}
