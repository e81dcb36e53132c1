package cme.stack;

import cme.stack.service.Service;

import java.nio.file.Path;

/// Tells the user where everything is and how to get in.
final class Directions {
    private Directions() {}

    static String to(LocalStack stack) {
        StringBuilder text = new StringBuilder();
        for (Service service : Service.values()) {
            String url = "http://127.0.0.1:" + stack.ports().http(service);
            text.append(
                    "  %-20s %s   try it: %s/q/swagger-ui%n".formatted(service.module(), url, url));
        }
        Path root = stack.folder().root();
        Ports ports = stack.ports();
        String data = isDefault(root) ? "" : " --data '" + root + "'";
        return text.append(
                        """
                          health and metrics   http://127.0.0.1:%d/q/health, /q/metrics; the others on the next two ports
                          PostgreSQL           127.0.0.1:%d, databases catalog, credit, compliance
                          Kafka                127.0.0.1:%d
                          data, secrets, logs  %s

                        A token, good for 15 minutes:
                          ./cme token board%s
                          ./cme token society --provider ASPS%s
                          ./cme token diplomate --diplomate 012345%s
                          curl -H "Authorization: Bearer $(./cme token board%s)" http://127.0.0.1:%d/v1/statuses/summary

                        Ctrl-C stops everything; the data stays.
                        """
                                .formatted(
                                        ports.management(Service.CATALOG),
                                        ports.postgres(),
                                        ports.kafka(),
                                        root,
                                        data,
                                        data,
                                        data,
                                        data,
                                        ports.http(Service.COMPLIANCE)))
                .toString();
    }

    private static boolean isDefault(Path root) {
        return root.equals(Path.of(System.getProperty("cme.home", ""), "data").toAbsolutePath());
    }
}
