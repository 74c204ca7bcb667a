package dev.imagemill.contract.pipeline;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Pipeline documents that are to be accepted or refused. */
final class Documents {
    private static final String WEBP = "\"output\":{\"format\":\"webp\"}";

    private Documents() {}

    static List<String> accepted() {
        return Stream.concat(
                        Stream.of(
                                "{\"output\":{\"format\":\"png\"}}",
                                "{\"operations\":[],\"output\":{\"format\":\"png\"}}",
                                operations(Collections.nCopies(64, "{\"op\":\"rotate\",\"degrees\":90}"))),
                        Stream.concat(
                                Stream.of(
                                                "{'op':'autorotate'}",
                                                "{'op':'scale','width':1}",
                                                "{'op':'scale','height':65500}",
                                                "{'op':'scale','width':400,'height':400,'fit':'inside'}",
                                                "{'op':'scale','width':400.0}",
                                                "{'op':'scale','width':4e2}",
                                                "{'op':'scale','width':400,'fit':'cover','gravity':'center'}",
                                                "{'op':'scale','width':400,'fit':'contain','background':'#00000000'}",
                                                "{'op':'scale','width':400,'enlarge':false}",
                                                "{'op':'scale','width':4,'height':5,'fit':'cover','gravity':'attention'}",
                                                "{'op':'scale','width':4,'height':5,'fit':'cover','gravity':'entropy'}",
                                                "{'op':'scale','width':4,'height':5,'fit':'cover','focus':[0,1.0]}",
                                                "{'op':'scale','height':5,'fit':'cover','focus':[0.123,0.5]}",
                                                "{'op':'scale','factor':0.25,'kernel':'nearest'}",
                                                "{'op':'scale','factor':100}",
                                                "{'op':'crop','width':1,'height':1}",
                                                "{'op':'crop','x':65499,'y':0,'width':65500,'height':1}",
                                                "{'op':'crop','width':0.5,'height':1,'unit':'fraction'}",
                                                "{'op':'crop','x':0.99,'y':1,'width':1e-9,'height':0.25,'unit':'fraction'}",
                                                "{'op':'crop','x':7.0,'width':5e1,'height':1,'unit':'pixels'}",
                                                "{'op':'rotate','degrees':0}",
                                                "{'op':'rotate','degrees':-12.5,'background':'#ff000080'}",
                                                "{'op':'slice'}",
                                                "{'op':'slice','x':'::-1','y':'10:-10:2'}",
                                                "{'op':'slice','x':'-00001:'}",
                                                "{'op':'transpose'}",
                                                "{'op':'transpose','diagonal':'anti'}",
                                                "{'op':'pad','top':1,'right':2,'bottom':3,'left':4,'background':'#00000000'}",
                                                "{'op':'pad','left':65500,'extend':'mirror'}",
                                                "{'op':'pad','extend':'background','background':'#010203'}",
                                                "{'op':'trim'}",
                                                "{'op':'trim','threshold':0,'background':'#ffffff'}",
                                                "{'op':'flip','direction':'horizontal'}",
                                                "{'op':'convert','mode':'L16'}")
                                        .map(Documents::operation),
                                Stream.concat(
                                        ValueDocuments.accepted(),
                                        Stream.of(
                                                        "{'format':'jpeg','quality':1,'progressive':true}",
                                                        "{'format':'jpeg','subsampling':'4:4:4','background':'#102030'}",
                                                        "{'format':'png','effort':9}",
                                                        "{'format':'webp','quality':100,'effort':0}",
                                                        "{'format':'webp','lossless':true,'effort':6}",
                                                        "{'format':'webp','lossless':false,'quality':80}",
                                                        "{'format':'avif','effort':9,'lossless':true}",
                                                        "{'format':'gif','effort':10}",
                                                        "{'format':'tiff'}",
                                                        "{'format':'jpeg','effort':2,'metadata':'copyright'}",
                                                        "{'format':'png','progressive':true,'depth':16,'metadata':'keep'}",
                                                        "{'format':'avif','depth':10}",
                                                        "{'format':'gif','progressive':true}",
                                                        "{'format':'tiff','effort':1,'depth':8}",
                                                        "{'format':'npy','depth':16}",
                                                        "{'format':'raw'}")
                                                .map(Documents::output))))
                .toList();
    }

    /** Document, pointer, words of the message. */
    static List<Arguments> refused() {
        return Stream.of(
                        refusedDocuments(),
                        refusedScales(),
                        refusedOperations(),
                        ValueDocuments.refusedOperations(),
                        ValueDocuments.refusedMaps(),
                        ValueDocuments.refusedWatermarks(),
                        ValueDocuments.refusedFrames(),
                        refusedOutputs())
                .flatMap(stream -> stream)
                .toList();
    }

    private static Stream<Arguments> refusedDocuments() {
        return Stream.of(
                arguments("[]", "", "expected a pipeline as an object, got an array"),
                arguments("null", "", "got null"),
                arguments("\"autorotate\"", "", "got \"autorotate\""),
                arguments("{}", "", "the field \"output\" is missing"),
                arguments("{\"operations\":[]}", "", "the field \"output\" is missing"),
                arguments("{\"steps\":[]," + WEBP + "}", "/steps", "a pipeline has only operations, output"),
                arguments("{\"a/b~c\":1," + WEBP + "}", "/a~1b~0c", "unknown field \"a/b~c\""),
                arguments("{\"\":1," + WEBP + "}", "/", "unknown field \"\""),
                arguments("{\"operations\":{}," + WEBP + "}", "/operations", "expected an array of 0 to 64 operations"),
                arguments("{\"operations\":null," + WEBP + "}", "/operations", "got null"),
                arguments("{\"operations\":[\"flip\"]," + WEBP + "}", "/operations/0", "expected an operation"),
                arguments("{\"operations\":[[]]," + WEBP + "}", "/operations/0", "expected an operation"),
                arguments(
                        operations(Collections.nCopies(65, "{\"op\":\"rotate\",\"degrees\":90}")),
                        "/operations",
                        "expected an array of 0 to 64 operations, got 65"),
                arguments(
                        operations(List.of("{\"op\":\"autorotate\"}", "{\"op\":\"autorotate\"}")),
                        "/operations/1",
                        "autorotate may only be the first operation"),
                arguments("{\"output\":null}", "/output", "expected the output as an object, got null"),
                arguments("{\"output\":\"webp\"}", "/output", "expected the output as an object"));
    }

    private static Stream<Arguments> refusedScales() {
        return Stream.of(
                refused("{'op':'scale'}", "", "expected width, height or factor"),
                refused("{'op':'scale','width':0}", "/width", "expected an integer from 1 to 65500, got 0"),
                refused("{'op':'scale','width':-5}", "/width", "expected an integer from 1 to 65500, got -5"),
                refused("{'op':'scale','width':65501}", "/width", "got 65501"),
                refused("{'op':'scale','width':99999999999999999999}", "/width", "got 99999999999999999999"),
                refused("{'op':'scale','width':1e400}", "/width", "expected an integer"),
                refused("{'op':'scale','width':1.5}", "/width", "expected an integer from 1 to 65500, got 1.5"),
                refused("{'op':'scale','width':'400'}", "/width", "got \"400\""),
                refused("{'op':'scale','width':null}", "/width", "got null"),
                refused("{'op':'scale','width':true}", "/width", "got true"),
                refused("{'op':'scale','width':[400]}", "/width", "got an array"),
                refused("{'op':'scale','width':400,'hight':400}", "/hight", "unknown field \"hight\""),
                refused("{'op':'scale','width':400,'fit':'Inside'}", "/fit", "expected one of \"inside\", \"outside\""),
                refused("{'op':'scale','width':400,'fit':1}", "/fit", "got 1"),
                refused("{'op':'scale','width':400,'kernel':'cubic'}", "/kernel", "\"lanczos3\""),
                refused("{'op':'scale','width':400,'enlarge':1}", "/enlarge", "expected true or false, got 1"),
                refused("{'op':'scale','width':400,'gravity':'north'}", "/gravity", "only with fit \"cover\" or"),
                refused("{'op':'scale','width':4,'fit':'cover','gravity':'up'}", "/gravity", "expected one of"),
                refused(
                        "{'op':'scale','width':4,'fit':'contain','gravity':'entropy'}",
                        "/gravity",
                        "only with fit \"cover\""),
                refused("{'op':'scale','width':4,'gravity':'attention'}", "/gravity", "only with fit \"cover\""),
                refused("{'op':'scale','width':4,'focus':[0.5,0.5]}", "/focus", "only with fit \"cover\""),
                refused("{'op':'scale','width':4,'fit':'contain','focus':[0.5,0.5]}", "/focus", "only with fit"),
                refused("{'op':'scale','width':4,'fit':'cover','focus':[0.5]}", "/focus", "an array of 2 numbers"),
                refused(
                        "{'op':'scale','width':4,'fit':'cover','focus':[0.5,1.1]}",
                        "/focus",
                        "from 0 to 1, got an array"),
                refused("{'op':'scale','width':4,'fit':'cover','focus':'0.5,0.5'}", "/focus", "got \"0.5,0.5\""),
                refused(
                        "{'op':'scale','width':4,'fit':'cover','focus':[0,0],'gravity':'north'}",
                        "/focus",
                        "not go with"),
                refused("{'op':'scale','factor':2,'focus':[0,0]}", "/focus", "does not go with factor"),
                refused("{'op':'scale','width':4,'fit':'cover','background':'#000000'}", "/background", "\"contain\""),
                refused("{'op':'scale','width':4,'fit':'contain','background':'red'}", "/background", "#rrggbb"),
                refused("{'op':'scale','width':4,'fit':'contain','background':'#12345'}", "/background", "#rrggbb"),
                refused("{'op':'scale','factor':0}", "/factor", "expected a number from 0.001 to 100, got 0"),
                refused("{'op':'scale','factor':-1}", "/factor", "got -1"),
                refused("{'op':'scale','factor':100.5}", "/factor", "got 100.5"),
                refused("{'op':'scale','factor':'0.5'}", "/factor", "expected a number"),
                refused("{'op':'scale','factor':0.5,'width':100}", "/width", "width does not go with factor"),
                refused("{'op':'scale','factor':2,'enlarge':true}", "/enlarge", "does not go with factor"));
    }

    private static Stream<Arguments> refusedOperations() {
        return Stream.of(
                refused("{}", "", "the field \"op\" is missing: expected one of autorotate, scale, crop"),
                refused("{'op':'swirl'}", "/op", "unknown operation: expected one of autorotate, scale, crop, slice,"),
                refused("{'op':'Scale','width':1}", "/op", "got \"Scale\""),
                refused("{'op':7}", "/op", "got 7"),
                refused("{'op':null}", "/op", "got null"),
                refused("{'op':'autorotate','angle':90}", "/angle", "the operation \"autorotate\" has only op"),
                refused("{'op':'crop','x':0,'y':0,'width':10}", "", "the field \"height\" is missing"),
                refused(
                        "{'op':'crop','x':-1,'y':0,'width':10,'height':10}",
                        "/x",
                        "expected an integer from 0 to 65499"),
                refused("{'op':'crop','width':0,'height':10}", "/width", "expected an integer from 1 to 65500"),
                refused("{'op':'crop','x':0.5,'width':1,'height':1}", "/x", "a number from 0 to 1, got 0.5"),
                refused("{'op':'crop','width':1,'height':10.5,'unit':'pixels'}", "/height", "got 10.5"),
                refused("{'op':'crop','width':2,'height':1,'unit':'fraction'}", "/width", "and up to 1, got 2"),
                refused("{'op':'crop','width':0,'height':1,'unit':'fraction'}", "/width", "a number above 0"),
                refused("{'op':'crop','y':-0.1,'width':1,'height':1,'unit':'fraction'}", "/y", "got -0.1"),
                refused("{'op':'crop','width':'50%','height':1,'unit':'fraction'}", "/width", "got \"50%\""),
                refused("{'op':'crop','width':1,'height':1,'unit':'%'}", "/unit", "\"pixels\", \"fraction\""),
                refused("{'op':'rotate'}", "", "the field \"degrees\" is missing"),
                refused("{'op':'rotate','degrees':361}", "/degrees", "expected a number from -360 to 360, got 361"),
                refused("{'op':'rotate','degrees':90,'background':'black'}", "/background", "#rrggbb"),
                refused("{'op':'slice','x':'::0'}", "/x", "expected a slice as \"start:stop\""),
                refused("{'op':'slice','x':'5'}", "/x", "got \"5\""),
                refused("{'op':'slice','y':' 1:2'}", "/y", "got \" 1:2\""),
                refused("{'op':'slice','y':'100000:'}", "/y", "expected a slice"),
                refused("{'op':'transpose','diagonal':'left'}", "/diagonal", "\"main\", \"anti\""),
                refused("{'op':'pad','top':-1}", "/top", "from 0 to 65500, got -1"),
                refused("{'op':'pad','extend':'copy','background':'#000000'}", "/background", "only with extend"),
                refused("{'op':'trim','threshold':1.5}", "/threshold", "from 0 to 1, got 1.5"),
                refused("{'op':'rotate','degrees':'90'}", "/degrees", "got \"90\""),
                refused("{'op':'flip'}", "", "the field \"direction\" is missing"),
                refused("{'op':'flip','direction':'both'}", "/direction", "\"horizontal\", \"vertical\""),
                refused("{'op':'convert','mode':'l'}", "/mode", "expected one of \"L\", \"L16\", \"L32\""),
                refused("{'op':'convert','mode':'P'}", "/mode", "got \"P\""),
                refused("{'op':'convert','mode':'I'}", "/mode", "got \"I\""));
    }

    private static Stream<Arguments> refusedOutputs() {
        return Stream.of(
                refusedOutput("{}", "", "the field \"format\" is missing"),
                refusedOutput("{'quality':80}", "", "the field \"format\" is missing"),
                refusedOutput("{'format':'bmp'}", "/format", "expected one of \"jpeg\", \"png\", \"webp\""),
                refusedOutput("{'format':'JPEG'}", "/format", "got \"JPEG\""),
                refusedOutput("{'format':1}", "/format", "got 1"),
                refusedOutput("{'format':'jpeg','quality':0}", "/quality", "from 1 to 100, got 0"),
                refusedOutput("{'format':'jpeg','quality':101}", "/quality", "got 101"),
                refusedOutput("{'format':'jpeg','quality':'80'}", "/quality", "got \"80\""),
                refusedOutput("{'format':'jpeg','lossless':true}", "/lossless", "the format \"jpeg\" has only"),
                refusedOutput("{'format':'jpeg','effort':4}", "/effort", "from 0 to 2, got 4"),
                refusedOutput("{'format':'jpeg','depth':8}", "/depth", "unknown field"),
                refusedOutput("{'format':'png','depth':10}", "/depth", "one of 8, 16, got 10"),
                refusedOutput("{'format':'avif','depth':16}", "/depth", "one of 8, 10, 12, got 16"),
                refusedOutput("{'format':'jpeg','metadata':'all'}", "/metadata", "\"strip\", \"keep\""),
                refusedOutput("{'format':'gif','metadata':'keep'}", "/metadata", "unknown field"),
                refusedOutput("{'format':'npy','quality':80}", "/quality", "the format \"npy\" has only"),
                refusedOutput("{'format':'raw','effort':1}", "/effort", "unknown field"),
                refusedOutput("{'format':'auto'}", "/format", "is for requests"),
                refusedOutput("{'format':'jpeg','background':'#00000000'}", "/background", "an opaque colour"),
                refusedOutput(
                        "{'format':'png','quality':80}",
                        "/quality",
                        "the format \"png\" has only depth, effort, format"),
                refusedOutput("{'format':'png','effort':10}", "/effort", "from 0 to 9, got 10"),
                refusedOutput("{'format':'webp','effort':7}", "/effort", "from 0 to 6, got 7"),
                refusedOutput("{'format':'webp','progressive':true}", "/progressive", "unknown field"),
                refusedOutput(
                        "{'format':'webp','lossless':true,'quality':80}", "/quality", "does not go with lossless"),
                refusedOutput("{'format':'avif','subsampling':'4:1:1'}", "/subsampling", "\"4:2:0\", \"4:4:4\""),
                refusedOutput("{'format':'gif','effort':0}", "/effort", "from 1 to 10, got 0"),
                refusedOutput(
                        "{'format':'tiff','quality':80}",
                        "/quality",
                        "the format \"tiff\" has only depth, effort, format"));
    }

    /** Text, words of the message. */
    static List<Arguments> malformed() {
        return List.of(
                arguments("", "expected a JSON document, got nothing"),
                arguments("   ", "expected a JSON document, got nothing"),
                arguments("{\n  \"output\": {\"format\" \"webp\"}\n}", "malformed JSON at line 2, column 23"),
                arguments("{" + WEBP, "malformed JSON at line 1"),
                arguments("{" + WEBP + "} x", "malformed JSON at line 1"),
                arguments("{" + WEBP + "}{}", "malformed JSON at line 1"),
                arguments("{" + WEBP + "," + WEBP + "}", "Duplicate"),
                arguments("{'output':{}}", "malformed JSON at line 1, column 2"),
                arguments("{\"output\":{\"format\":NaN}}", "malformed JSON at line 1"),
                arguments("[".repeat(2000), "malformed JSON"));
    }

    static Arguments refused(String operation, String pointer, String words) {
        return arguments(operation(operation), "/operations/0" + pointer, words);
    }

    private static Arguments refusedOutput(String output, String pointer, String words) {
        return arguments(output(output), "/output" + pointer, words);
    }

    static String operation(String operation) {
        return operations(List.of(operation.replace('\'', '"')));
    }

    private static String operations(List<String> operations) {
        return "{\"operations\":[" + String.join(",", operations) + "]," + WEBP + "}";
    }

    private static String output(String output) {
        return "{\"output\":" + output.replace('\'', '"') + "}";
    }
}
