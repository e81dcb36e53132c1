package cme.chassis.http;

import cme.chassis.ChassisConfig;
import cme.chassis.problem.BodyInterrupted;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Unpacks a body that was sent with gzip, and limits its size as it is read, so that neither an
/// undeclared length nor a small body that unpacks to a large one takes memory. The limit of the
/// server is a safety net behind it and gives no reason.
@Provider
public class BodyBound implements ReaderInterceptor {

    private static final List<String> GZIP = List.of("gzip", "x-gzip");

    /// Interceptors are created before the settings are available.
    private final Instance<ChassisConfig> config;

    BodyBound(Instance<ChassisConfig> config) {
        this.config = config;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        List<String> codings =
                context.getHeaders().getOrDefault(HttpHeaders.CONTENT_ENCODING, List.of()).stream()
                        .flatMap(header -> Arrays.stream(header.split(",")))
                        .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                        .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                        .toList();
        if (codings.size() > 1 || !GZIP.containsAll(codings)) {
            throw new InvalidRequest(Problem.unsupportedEncoding());
        }
        InputStream arriving = new Arriving(context.getInputStream());
        context.setInputStream(
                new Bounded(
                        codings.isEmpty() ? arriving : GzipBody.of(arriving),
                        config.get().maxBody().asLongValue()));
        return context.proceed();
    }

    /// Tells a body that stops arriving from all other failures.
    private static final class Arriving extends FilterInputStream {

        Arriving(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException stopped) {
                throw new BodyInterrupted(stopped);
            }
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                return super.read(into, from, length);
            } catch (IOException stopped) {
                throw new BodyInterrupted(stopped);
            }
        }
    }

    private static final class Bounded extends FilterInputStream {

        private final long maxBytes;
        private long taken;

        Bounded(InputStream body, long maxBytes) {
            super(body);
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) {
            taken += bytes;
            if (taken > maxBytes) {
                throw new InvalidRequest(Problem.tooLarge(maxBytes));
            }
        }
    }
}
