package dev.imagemill.contract.pipeline;

import static dev.imagemill.contract.pipeline.Documents.refused;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Operations on values, colours and modes that are to be accepted or refused. */
final class ValueDocuments {
    private ValueDocuments() {}

    static Stream<String> accepted() {
        return Stream.of(
                        "{'op':'alpha','to':'premultiplied'}",
                        "{'op':'alpha','from':'straight','to':'channel-packed'}",
                        "{'op':'alpha','from':'none','to':'straight'}",
                        "{'op':'flatten'}",
                        "{'op':'flatten','background':'#A0b1c2'}",
                        "{'op':'clip'}",
                        "{'op':'split','component':'a'}",
                        "{'op':'split','component':'cr'}")
                .map(Documents::operation);
    }

    static Stream<Arguments> refusedOperations() {
        return Stream.of(
                refused("{'op':'alpha'}", "", "the field \"to\" is missing"),
                refused("{'op':'alpha','to':'premul'}", "/to", "\"premultiplied\", \"channel-packed\", \"none\""),
                refused("{'op':'alpha','from':'STRAIGHT','to':'none'}", "/from", "got \"STRAIGHT\""),
                refused("{'op':'flatten','background':'#11223344'}", "/background", "an opaque colour"),
                refused("{'op':'clip','low':0}", "/low", "the operation \"clip\" has only op"),
                refused("{'op':'split'}", "", "the field \"component\" is missing"),
                refused("{'op':'split','component':'R'}", "/component", "expected one of \"l\", \"r\", \"g\""));
    }
}
