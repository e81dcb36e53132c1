package cme.chassis.secret;

import cme.chassis.ChassisConfig;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Makes the keys that the service stores secrets with.
final class KeyRingProducer {

    @Produces
    @Singleton
    KeyRing keyRing(ChassisConfig config) {
        return KeyRing.parse(config.sealingKeys());
    }
}
