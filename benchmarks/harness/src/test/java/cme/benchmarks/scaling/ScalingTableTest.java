package cme.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cme.benchmarks.result.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScalingTableTest {

    @Test
    void aCostGoesOnGrowingByAsMuchWithEachTenfoldOfTheData() {
        assertThat(ScalingTable.extrapolate(10_000, 100, 100_000, 110, 1_000_000))
                .isEqualTo(120, within(1e-9));
        assertThat(ScalingTable.extrapolate(10_000, 100, 100_000, 100, 1_000_000)).isEqualTo(100);
    }

    @Test
    void aLineHoldsBothCostsTheirRatioAndWhatFollowsForAMillion() {
        assertThat(lines(100, 110))
                .contains(
                        "| a status read | 100 us | 110 us | **1.10** | <= 1.2 | reached | 120 us |");
    }

    @Test
    void nothingFollowsFromACostThatBecameLess() {
        assertThat(lines(100, 50))
                .contains(
                        "| a status read | 100 us | 50.0 us | **0.50** | <= 1.2 | cannot tell | cannot tell |");
    }

    @Test
    void theCpuOfAnItemIsThereByProcessTheLargestFirst() {
        assertThat(lines(100, 110))
                .contains("| a status read | postgres 0.200, credit-service 0.100 | 1,234 |");
    }

    @Test
    void sizesAreThereForATableAndForADiplomate() {
        assertThat(lines(100, 110))
                .contains("| compliance.status | 100,000 | 2.00 | 0.50 | 20.0 | 7 |")
                .contains("| all | | 2.00 | | 20.0 | |");
    }

    private static List<String> lines(double before, double now) {
        return new ScalingTable(
                        measured(10_000, before), measured(100_000, now), Optional.of(1_000_000))
                .text()
                .lines()
                .toList();
    }

    private static Measured measured(int diplomates, double micros) {
        var cost =
                new Cost(
                        "a status read",
                        "us",
                        new Samples(List.of(micros)),
                        new Spent(
                                Map.of("credit-service", 0.1, "postgres", 0.2, "kafka", 0.0),
                                1_234));
        var table = new TableSize("compliance.status", diplomates, 1_500_000_000L, 500_000_000L, 7);
        return new Measured(diplomates, List.of(cost), List.of(table), List.of());
    }
}
