package dev.imagemill.contract.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stored renditions are found by these digests: a change here orphans them all. */
class CanonicalFormTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"output":{"format":"png"}} | {"operations":[],"output":{"format":"png"}} | e79483e31df0fffce50b68926580fcbdfaca5bd7a2fbd1d6c5758f0dc9ad6307
            {"output":{"quality":80,"format":"webp"},"operations":[{"fit":"inside","height":400,"width":400,"op":"scale"},{"op":"rotate","degrees":90}]} | {"operations":[{"op":"scale","height":400,"width":400},{"op":"rotate","degrees":90}],"output":{"format":"webp"}} | 580b05163f6680650e3a4cb4ea3176540e4281ce8530a4133972e4f4530ea7c5
            {"operations":[{"op":"autorotate"},{"op":"scale","width":4e2,"kernel":"lanczos3"}],"output":{"format":"webp","quality":75.0}} | {"operations":[{"op":"autorotate"},{"op":"scale","width":400}],"output":{"format":"webp","quality":75}} | 16ae4cf219aa091fbc764ea804ff34c4a4a1aec4914c43be8d074cb55f75b47d
            {"operations":[{"op":"scale","width":10,"height":20,"fit":"contain","background":"#ABCDEF80","gravity":"west","enlarge":true,"kernel":"box"}],"output":{"format":"jpeg","progressive":true,"subsampling":"4:4:4","background":"#FFFFFF"}} | {"operations":[{"op":"scale","background":"#abcdef80","enlarge":true,"fit":"contain","gravity":"west","height":20,"kernel":"box","width":10}],"output":{"format":"jpeg","progressive":true,"subsampling":"4:4:4"}} | a0f6c4d18e068be7e50c197b1639760d1d990b52fc692f9380d38674783489b6
            {"operations":[{"op":"crop","height":4,"width":3,"y":0,"x":1},{"op":"flip","direction":"horizontal"},{"op":"convert","mode":"LA32"}],"output":{"format":"avif","effort":0,"lossless":true}} | {"operations":[{"op":"crop","height":4,"width":3,"x":1},{"op":"flip","direction":"horizontal"},{"op":"convert","mode":"LA32"}],"output":{"format":"avif","effort":0,"lossless":true}} | 5d4d09f3492375b7a485bf0ff5012c3331a2bcefdc332fd20d51f8d1add9b429
            {"operations":[{"op":"scale","factor":0.50},{"op":"scale","factor":1e2}],"output":{"format":"gif","effort":7}} | {"operations":[{"op":"scale","factor":0.5},{"op":"scale","factor":100}],"output":{"format":"gif"}} | aac3c9c88ec880fe931e3acd2660fe534bb939ca0d97835bc216ad1c14add261
            """, quoteCharacter = '`')
    void isWhatItEverWas(String document, String canonical, String digest) {
        Pipeline pipeline = PipelineParser.parse(document);

        assertThat(pipeline.canonical()).isEqualTo(canonical);
        assertThat(pipeline.digest()).isEqualTo(digest);
    }

    @Test
    void namesAnUnnamedPipelineByItsDigest() {
        Pipeline pipeline = Pipeline.of(Output.of(OutputFormat.PNG));

        assertThat(RenditionSpec.unnamed(pipeline).name())
                .isEqualTo("p" + pipeline.digest().substring(0, 12));
    }
}
