package cme.stack.service;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Asks a health endpoint.
final class Readiness {
    private static final int LIMIT_MS = 2_000;

    private Readiness() {}

    /// True if the address answers 200 at once.
    static boolean of(URI health) {
        try {
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MS);
            connection.setReadTimeout(LIMIT_MS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException _) {
            return false;
        }
    }
}
