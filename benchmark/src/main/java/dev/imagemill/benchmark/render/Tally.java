package dev.imagemill.benchmark.render;

import dev.imagemill.benchmark.process.ProcessTime;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** What one side did with one kind of request, round by round. */
final class Tally {
    private final Side side;
    private final List<Double> perSecond = new ArrayList<>();
    private final List<Double> millis = new ArrayList<>();
    private double cpuSeconds;
    private double helpersCpuSeconds;

    Tally(Side side) {
        this.side = side;
    }

    void round(Load load, List<URI> addresses, int clients, String mediaType)
            throws IOException, InterruptedException, ExecutionException {
        double own = side.time().seconds();
        double helped = helped();
        Load.Answered answered = load.run(addresses, clients, mediaType);
        cpuSeconds += side.time().seconds() - own;
        helpersCpuSeconds += helped() - helped;
        perSecond.add(answered.perSecond());
        millis.addAll(answered.millis());
    }

    List<Double> perSecond() {
        return perSecond;
    }

    double medianPerSecond() {
        return quantile(perSecond, 0.5);
    }

    /** That part of the requests took no longer. */
    double millis(double part) {
        return quantile(millis, part);
    }

    double cpuMillis() {
        return cpuSeconds * 1e3 / millis.size();
    }

    double helpersCpuMillis() {
        return helpersCpuSeconds * 1e3 / millis.size();
    }

    static double quantile(List<Double> values, double part) {
        int index = (int) Math.min(values.size() - 1L, (long) (values.size() * part));
        return values.stream().sorted().skip(index).findFirst().orElseThrow();
    }

    private double helped() throws IOException {
        double sum = 0;
        for (ProcessTime helper : side.helpers()) {
            sum += helper.seconds();
        }
        return sum;
    }
}
