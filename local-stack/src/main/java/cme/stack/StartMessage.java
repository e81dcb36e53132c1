package cme.stack;

import cme.stack.postgres.PostgresPair;
import cme.stack.service.Service;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The addresses of a running stack and how to get a token, for the user.
final class StartMessage {
    private StartMessage() {}

    static String to(LocalStack stack) {
        StringBuilder text = new StringBuilder();
        text.append(stack.runs(Service.PORTAL) ? portal(stack) : left(stack, Service.PORTAL));
        for (Service service : Service.withDatabase()) {
            text.append(stack.runs(service) ? running(stack, service) : left(stack, service));
        }
        Path root = stack.folder().root();
        Ports ports = stack.ports();
        String data = data(stack);
        return text.append(
                        """
                          health and metrics   http://127.0.0.1:%d/q/health, /q/metrics; the others on the next three ports
                          PostgreSQL           %s, databases catalog, credit, compliance
                          Kafka                %s
                          data, secrets, logs  %s

                        Plain HTTP, and nothing can be reached from other machines. ./cme up has TLS and Keycloak.
                        A token, good for 15 minutes and for this stack only:
                          ./cme token board%s
                          ./cme token society --provider ASPS%s
                          ./cme token diplomate --diplomate 012345%s
                          curl -H "Authorization: Bearer $(./cme token board%s)" http://127.0.0.1:%d/v1/statuses/summary

                        Ctrl-C stops everything; the data stays.
                        """
                                .formatted(
                                        ports.management(Service.CATALOG),
                                        postgres(stack),
                                        stack.kafka().bootstrapServers(),
                                        root,
                                        data,
                                        data,
                                        data,
                                        data,
                                        ports.http(Service.COMPLIANCE)))
                .toString();
    }

    private static String postgres(LocalStack stack) {
        return stack.pair().map(PostgresPair::servers).orElse(List.of(stack.postgres())).stream()
                .map(server -> "127.0.0.1:" + server.port())
                .collect(Collectors.joining(" with a standby on "));
    }

    private static String portal(LocalStack stack) {
        return """
          Open this            http://localhost:%d
                               The portal. Nobody needs a password: it asks who you are today.

        """
                .formatted(stack.ports().http(Service.PORTAL));
    }

    private static String running(LocalStack stack, Service service) {
        String url = "http://127.0.0.1:" + stack.ports().http(service);
        return "  %-20s %s   try it: %s/q/swagger-ui%n".formatted(service.module(), url, url);
    }

    private static String left(LocalStack stack, Service service) {
        return "  %-20s not started; run it with: ./cme dev %s%s%n"
                .formatted(service.module(), service.module(), data(stack));
    }

    private static String data(LocalStack stack) {
        Path root = stack.folder().root();
        return isDefault(root) ? "" : " --data '" + root + "'";
    }

    private static boolean isDefault(Path root) {
        return root.equals(Path.of(System.getProperty("cme.home", ""), "data").toAbsolutePath());
    }
}
