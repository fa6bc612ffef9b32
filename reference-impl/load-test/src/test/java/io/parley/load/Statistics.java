package io.parley.load;

import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.core.stats.StatsEngine;
import io.gatling.javaapi.core.ActionBuilder;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.List;
import scala.collection.immutable.List$;

/**
 * Writes into Gatling's own statistics what its actions cannot measure: something that began at one virtual user and ended
 * at another. Gatling records a WebSocket send as 0 ms, and a check counts from its own user's send.
 *
 * <p>As an action it does nothing: Gatling builds it at the start, and that is when its statistics can be had.
 */
final class Statistics implements ActionBuilder {

    static final String DELIVERY = "delivery";
    static final String ACKNOWLEDGEMENT = "acknowledgement";

    private final String scenario;
    private volatile @Nullable StatsEngine engine;

    Statistics(String scenario) {
        this.scenario = scenario;
    }

    @Override
    public io.gatling.core.action.builder.ActionBuilder asScala() {
        return (context, next) -> {
            engine = context.coreComponents().statsEngine();
            return next;
        };
    }

    void succeeded(String what, long startMillis, long endMillis) {
        log(what, startMillis, endMillis, OK$.MODULE$, null);
    }

    void failed(String what, long startMillis, long endMillis, String why) {
        log(what, startMillis, endMillis, KO$.MODULE$, why);
    }

    private void log(String what, long startMillis, long endMillis, Status status, @Nullable String why) {
        StatsEngine known = engine;
        if (known == null) {
            throw new IllegalStateException("statistics are not part of the scenario yet");
        }
        List<String> noGroups = List$.MODULE$.<String>empty();
        known.logResponse(
                scenario, noGroups, what, startMillis, endMillis, status, Option.<String>empty(), Option.apply(why));
    }
}
