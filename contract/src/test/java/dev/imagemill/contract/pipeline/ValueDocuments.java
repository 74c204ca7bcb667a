package dev.imagemill.contract.pipeline;

import static dev.imagemill.contract.pipeline.Documents.refused;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Operations on values, colours and modes that are to be accepted or refused. */
final class ValueDocuments {
    private static final String INK = "{'op':'colorspace','to':'cmyk','profile':'" + "0a".repeat(32) + "'}";
    private static final String MARK = "{'op':'watermark','blob':'" + "0a".repeat(32) + "'";

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
                        "{'op':'split','component':'cr'}",
                        "{'op':'convert','mode':'YV12'}",
                        "{'op':'convert','mode':'CMYK64'}",
                        "{'op':'convert','mode':'L32'}",
                        "{'op':'gamma','gamma':0.1}",
                        "{'op':'gamma','gamma':10}",
                        "{'op':'normalize'}",
                        "{'op':'normalize','lower':0,'upper':100}",
                        "{'op':'normalize','lower':2.5,'upper':51}",
                        "{'op':'matrix','values':[1,0,0,0,1,0,0,0,1]}",
                        "{'op':'matrix','values':[-100,0,0,0.5,0,1,0,100,0,0,1e1,-0.25]}",
                        "{'op':'map','functions':['255 - v']}",
                        "{'op':'map','functions':['v','max-v','invert','gamma(2.2)'],'alpha':false}",
                        "{'op':'map','functions':['if(v >= 0.5 * max, max, 0)'],'alpha':true}",
                        "{'op':'map','functions':[" + table(256, 255) + ",'v']}",
                        "{'op':'blur','sigma':0.3}",
                        "{'op':'blur','sigma':1e3}",
                        "{'op':'sharpen'}",
                        "{'op':'sharpen','sigma':2.5,'amount':0,'threshold':1}",
                        "{'op':'sharpen','amount':10,'threshold':0}",
                        "{'op':'frames','slice':'::2'}",
                        "{'op':'frames','slice':'-1:'}",
                        "{'op':'frames','indexes':[0]}",
                        "{'op':'frames','indexes':[-1,5,5,99999]}",
                        MARK + "}",
                        INK,
                        "{'op':'watermark','image':'01890A5D-ac96-774b-bcce-b302099a8057'}",
                        MARK + ",'position':'top-left','margin':0,'opacity':0,'scale':0.001,'tile':true}",
                        MARK + ",'x':0,'y':65499,'margin':65500,'opacity':1,'scale':1,'tile':false}")
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
                refused("{'op':'split','component':'R'}", "/component", "expected one of \"l\", \"r\", \"g\""),
                refused("{'op':'gamma'}", "", "the field \"gamma\" is missing"),
                refused("{'op':'gamma','gamma':0.09}", "/gamma", "expected a number from 0.1 to 10, got 0.09"),
                refused("{'op':'gamma','gamma':'2.2'}", "/gamma", "got \"2.2\""),
                refused("{'op':'normalize','lower':50}", "/lower", "expected a number from 0 to 49, got 50"),
                refused("{'op':'normalize','upper':50}", "/upper", "expected a number from 51 to 100, got 50"),
                refused("{'op':'blur'}", "", "the field \"sigma\" is missing"),
                refused("{'op':'blur','sigma':0.29}", "/sigma", "expected a number from 0.3 to 1000, got 0.29"),
                refused("{'op':'blur','sigma':1001}", "/sigma", "got 1001"),
                refused("{'op':'blur','sigma':2,'radius':3}", "/radius", "the operation \"blur\" has only op, sigma"),
                refused("{'op':'sharpen','sigma':0}", "/sigma", "expected a number from 0.3 to 1000, got 0"),
                refused("{'op':'sharpen','amount':-1}", "/amount", "expected a number from 0 to 10, got -1"),
                refused("{'op':'sharpen','threshold':2}", "/threshold", "expected a number from 0 to 1, got 2"),
                refused("{'op':'sharpen','amount':'1'}", "/amount", "got \"1\""),
                refused("{'op':'matrix'}", "", "the field \"values\" is missing"),
                refused("{'op':'matrix','values':[1,2,3]}", "/values", "expected an array of 9 or 12 numbers"),
                refused("{'op':'matrix','values':[1,0,0,0,1,0,0,0,1,0]}", "/values", "9 or 12 numbers"),
                refused("{'op':'matrix','values':[1,0,0,0,1,0,0,0,101]}", "/values", "from -100 to 100"),
                refused("{'op':'matrix','values':[1,0,0,0,1,0,0,0,'1']}", "/values", "9 or 12 numbers"),
                refused("{'op':'matrix','values':'sepia'}", "/values", "got \"sepia\""));
    }

    static Stream<Arguments> refusedWatermarks() {
        return Stream.of(
                refused(INK.replace("cmyk", "srgb"), "/profile", "a profile goes only with cmyk"),
                refused(INK.replace("0a", "0A"), "/profile", "a SHA-256 digest"),
                refused("{'op':'colorspace','profile':'" + "0a".repeat(32) + "'}", "", "\"to\" is missing"),
                refused("{'op':'watermark'}", "", "expected either blob or image"),
                refused(MARK + ",'image':'01890a5d-ac96-774b-bcce-b302099a8057'}", "", "expected either blob or image"),
                refused("{'op':'watermark','blob':'0a'}", "/blob", "64 lower-case hexadecimal digits, got \"0a\""),
                refused("{'op':'watermark','blob':'" + "0A".repeat(32) + "'}", "/blob", "a SHA-256 digest"),
                refused("{'op':'watermark','image':'logo'}", "/image", "a UUID, got \"logo\""),
                refused("{'op':'watermark','image':'01890a5dac96774bbcceb302099a8057'}", "/image", "a UUID"),
                refused(MARK + ",'x':5}", "/x", "x goes only with y"),
                refused(MARK + ",'y':5}", "/y", "y goes only with x"),
                refused(MARK + ",'x':-1,'y':0}", "/x", "expected an integer from 0 to 65499, got -1"),
                refused(MARK + ",'x':1.5,'y':0}", "/x", "got 1.5"),
                refused(MARK + ",'x':1,'y':1,'position':'center'}", "/position", "does not go with x and y"),
                refused(MARK + ",'position':'north'}", "/position", "expected one of \"top-left\", \"top\""),
                refused(MARK + ",'position':[10,10]}", "/position", "got an array"),
                refused(MARK + ",'margin':-1}", "/margin", "from 0 to 65500, got -1"),
                refused(MARK + ",'opacity':1.1}", "/opacity", "from 0 to 1, got 1.1"),
                refused(MARK + ",'scale':0}", "/scale", "from 0.001 to 1, got 0"),
                refused(MARK + ",'scale':2}", "/scale", "got 2"),
                refused(MARK + ",'tile':'yes'}", "/tile", "expected true or false"));
    }

    static Stream<Arguments> refusedFrames() {
        return Stream.of(
                refused("{'op':'frames'}", "", "expected either slice or indexes"),
                refused("{'op':'frames','slice':':','indexes':[0]}", "", "expected either slice or indexes"),
                refused("{'op':'frames','slice':'0'}", "/slice", "expected a slice as \"start:stop\""),
                refused("{'op':'frames','slice':'::0'}", "/slice", "the step not 0"),
                refused("{'op':'frames','indexes':[]}", "/indexes", "an array of 1 to 1000 integers"),
                refused("{'op':'frames','indexes':0}", "/indexes", "got 0"),
                refused("{'op':'frames','indexes':[0,1.5]}", "/indexes", "an array of 1 to 1000 integers"),
                refused("{'op':'frames','indexes':['0']}", "/indexes", "got an array"),
                refused("{'op':'frames','indexes':[100000]}", "/indexes", "from -99999 to 99999"),
                refused(
                        "{'op':'frames','first':true}",
                        "/first",
                        "the operation \"frames\" has only indexes, op, slice"));
    }

    static Stream<Arguments> refusedMaps() {
        return Stream.of(
                refused("{'op':'map'}", "", "the field \"functions\" is missing"),
                refused("{'op':'map','functions':'invert'}", "/functions", "expected an array of 1 to 4 functions"),
                refused("{'op':'map','functions':[]}", "/functions", "expected an array of 1 to 4 functions, got 0"),
                refused("{'op':'map','functions':['v','v','v','v','v']}", "/functions", "1 to 4 functions, got 5"),
                refused("{'op':'map','functions':[7]}", "/functions/0", "expected an expression or a curve as text"),
                refused("{'op':'map','functions':[null]}", "/functions/0", "got null"),
                refused("{'op':'map','functions':['v',{}]}", "/functions/1", "got an object"),
                refused("{'op':'map','functions':['v'],'alpha':'keep'}", "/alpha", "expected true or false"),
                refused("{'op':'map','functions':[" + table(255, 1) + "]}", "/functions/0", "256 numbers, got 255"),
                refused("{'op':'map','functions':[" + table(257, 1) + "]}", "/functions/0", "256 numbers, got 257"),
                refused("{'op':'map','functions':[" + table(256, -1) + "]}", "/functions/0/0", "from 0 to 255, got -1"),
                refused("{'op':'map','functions':[" + table(256, 256) + "]}", "/functions/0/0", "got 256"),
                refused("{'op':'map','functions':['']}", "/functions/0", "not a function: at character 1: "),
                refused("{'op':'map','functions':['v; 1']}", "/functions/0", "at character 2: no function has this"),
                refused("{'op':'map','functions':['" + "1".repeat(201) + "']}", "/functions/0", "at most 200"));
    }

    /** What only the parser can tell: text of the right characters that is no function. */
    static Stream<Arguments> refusedFunctions() {
        return Stream.of(
                refused("{'op':'map','functions':['v','255 -']}", "/functions/1", "at character 6: expected a number"),
                refused("{'op':'map','functions':['sin(v)']}", "/functions/0", "at character 1: unknown function sin"),
                refused("{'op':'map','functions':['gamma(11)']}", "/functions/0", "a number from 0.1 to 10"),
                refused(
                        "{'op':'map','functions':['1 + invert']}",
                        "/functions/0",
                        "at character 5: invert is a curve"));
    }

    private static String table(int length, int first) {
        return IntStream.range(0, length)
                .mapToObj(i -> i == 0 ? String.valueOf(first) : i % 2 == 0 ? "0.5" : "200")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
