package cme.chassis.http;

import cme.chassis.ChassisConfig;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Limits the size of a body whose length was not declared. The limit of the server is a safety net
/// behind it and gives no reason.
@Provider
public class BodyBound implements ReaderInterceptor {

    /// Interceptors are created before the settings are available.
    private final Instance<ChassisConfig> config;

    BodyBound(Instance<ChassisConfig> config) {
        this.config = config;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(
                new Bounded(context.getInputStream(), config.get().maxBody().asLongValue()));
        return context.proceed();
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
