package cme.system;

import cme.stack.LocalStack;
import cme.stack.service.Service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Health and metrics of a service, as operators see them.
record Management(LocalStack stack, Service service) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// The status of a health check, such as `well` or `ready`.
    int health(String kind) throws IOException, InterruptedException {
        return get("/q/health/" + kind).statusCode();
    }

    /// The checks of a kind with their data, as JSON text.
    String healthData(String kind) throws IOException, InterruptedException {
        return get("/q/health/" + kind).body();
    }

    /// The value of a metric without labels of its own.
    double metric(String name) throws IOException, InterruptedException {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.matches(name + "(\\{.*})? .*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var uri = URI.create(stack.service(service).managementUrl() + path);
        return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
