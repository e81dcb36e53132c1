package cme.chassis.health;

import cme.chassis.access.AccessLog;
import cme.chassis.database.DatabaseDisk;
import cme.chassis.disk.FullDisk;
import cme.chassis.json.BodySpools;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// A service is not ready while a disk that it writes to is full: it would refuse every change.
@Readiness
@Singleton
class DiskHealth implements HealthCheck {

    private final List<FullDisk> disks;

    DiskHealth(DatabaseDisk database, BodySpools spools, AccessLog accessLog) {
        this.disks = List.of(database.disk(), spools.disk(), accessLog.disk());
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("disks").up();
        for (FullDisk disk : disks) {
            boolean isFull = disk.isFull();
            health.withData(disk.whose(), isFull ? "FULL" : "OK");
            if (isFull) {
                health.down();
            }
        }
        return health.build();
    }
}
