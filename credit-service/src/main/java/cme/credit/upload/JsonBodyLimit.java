package cme.credit.upload;

import cme.chassis.json.JsonBody;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/// Bounds the bodies that are read as one value: the limit of the server has to let rosters
/// through, and a tree takes many times the memory of its text.
@Provider
public class JsonBodyLimit implements ReaderInterceptor {
    private static final int MAX_BYTES = 256 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() == JsonBody.class) {
            byte[] body = context.getInputStream().readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                throw new InvalidRequest(
                        Problem.of(
                                413,
                                "too-large",
                                "Too large",
                                "At most %d bytes are taken here.".formatted(MAX_BYTES)));
            }
            context.setInputStream(new ByteArrayInputStream(body));
        }
        return context.proceed();
    }
}
