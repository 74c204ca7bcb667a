package dev.imagemill.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void findsMetricsAndTheirLabels() {
        Query query =
                new Query("sum by (lane) (rate(a_total{lane=\"b{c}\",x=~\"y\"}[5m])) / on (pod) max(d) > 1e3 and e");

        assertThat(query.metrics()).isEqualTo(Map.of("a_total", Set.of("lane", "x"), "d", Set.of(), "e", Set.of()));
    }

    @Test
    void noticesAMissingBracket() {
        assertThat(new Query("sum(a").isBalanced()).isFalse();
        assertThat(new Query("a)").isBalanced()).isFalse();
        assertThat(new Query("sum(a{b=\")\"}[5m])").isBalanced()).isTrue();
    }
}
