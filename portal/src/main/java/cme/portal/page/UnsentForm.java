package cme.portal.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/// A form whose service did not answer. The page that says so keeps its fields, so that it is sent
/// again and not typed again, with scripts and without.
///
/// @param action the address that the form was sent to, from its path on
public record UnsentForm(String action, List<Field> fields) {
    /// A page is not made longer than this many characters; pasted rosters are files.
    private static final int MOST_CHARACTERS = 256 * 1024;

    /// The page has a token of its own.
    private static final String TOKEN = "csrf-token";

    public record Field(String name, String value) {}

    /// @return null where nothing was typed, or where a file has to be chosen again
    static @Nullable UnsentForm of(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type == null || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
            return null;
        }
        var context =
                (ResteasyReactiveRequestContext)
                        ((ResteasyReactiveContainerRequestContext) request)
                                .getServerRequestContext();
        FormData sent = context.getFormData();
        return sent == null ? null : of(address(request.getUriInfo()), fields(sent));
    }

    private static String address(UriInfo asked) {
        URI uri = asked.getRequestUri();
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static @Nullable UnsentForm of(String action, List<Field> fields) {
        long characters = fields.stream().mapToLong(field -> field.value().length()).sum();
        return characters > MOST_CHARACTERS ? null : new UnsentForm(action, fields);
    }

    private static List<Field> fields(FormData sent) {
        List<Field> fields = new ArrayList<>();
        for (String name : sent) {
            for (FormValue one : sent.get(name)) {
                if (!name.equals(TOKEN)) {
                    fields.add(new Field(name, one.getValue()));
                }
            }
        }
        return List.copyOf(fields);
    }
}
