package cme.portal.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;

/// Files of the services, passed on as they are read and never held whole.
public final class Files {
    private Files() {}

    /// The stream with the kind and the name that the service gives it: whose it is and of which
    /// day.
    public static Response passOn(RestResponse<InputStream> file) {
        Response.ResponseBuilder answer = Response.ok(file.getEntity());
        for (String header :
                new String[] {HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_DISPOSITION}) {
            String value = file.getHeaderString(header);
            if (value != null) {
                answer.header(header, value);
            }
        }
        return answer.build();
    }
}
