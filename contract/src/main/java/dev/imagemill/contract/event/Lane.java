package dev.imagemill.contract.event;

import java.util.Locale;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** The way on which requests travel to the workers, so that those that somebody waits for do not queue behind jobs. */
@EnumNaming(EnumNamingStrategies.LowerCaseStrategy.class)
public enum Lane {
    INTERACTIVE(Topics.TRANSFORM_REQUESTS_INTERACTIVE),
    BULK(Topics.TRANSFORM_REQUESTS_BULK);

    private final String topic;

    Lane(String topic) {
        this.topic = topic;
    }

    /** The word that stands for it in events. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The topic of this lane's requests. */
    public String topic() {
        return topic;
    }
}
