package dev.imagemill.contract.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of problem, each with a stable code, an HTTP status and the answer to "is it worth trying again".
 *
 * <p>Codes are never renamed: clients, the ledger and dashboards keep them.
 */
public enum ProblemType {
    EMPTY_BODY(Fault.MALFORMED_INPUT, 400, "There is nothing in the body"),
    UPLOAD_INTERRUPTED(Fault.MALFORMED_INPUT, 400, "The upload ended before its end"),
    NOT_AN_IMAGE(Fault.MALFORMED_INPUT, 415, "The bytes are not an image"),
    MEDIA_TYPE_MISMATCH(Fault.MALFORMED_INPUT, 415, "The image is not of the type it claims"),
    CORRUPT_IMAGE(Fault.MALFORMED_INPUT, 422, "The image is damaged or cut off"),
    NO_FILE_ACCEPTED(Fault.MALFORMED_INPUT, 422, "None of the files was taken"),
    INVALID_EVENT(Fault.MALFORMED_INPUT, 422, "The event cannot be read"),

    UNSUPPORTED_IMAGE(Fault.UNSUPPORTED, 415, "Images of this kind are not supported"),
    UNSUPPORTED_MEDIA_TYPE(Fault.UNSUPPORTED, 415, "The request's media type is not supported"),
    NOT_ACCEPTABLE(Fault.UNSUPPORTED, 406, "The answer cannot be given in an acceptable media type"),
    UNSUPPORTED_CONVERSION(Fault.UNSUPPORTED, 422, "The image cannot be converted so"),

    TOO_MANY_BYTES(Fault.OVER_LIMIT, 413, "More bytes than allowed"),
    TOO_MANY_FILES(Fault.OVER_LIMIT, 413, "More files than allowed"),
    TOO_MANY_PIXELS(Fault.OVER_LIMIT, 422, "More pixels than allowed"),
    SIDE_TOO_LONG(Fault.OVER_LIMIT, 422, "Width or height is more than allowed"),
    TOO_MANY_PAGES(Fault.OVER_LIMIT, 422, "More pages than allowed"),
    TOO_MUCH_MEMORY(Fault.OVER_LIMIT, 422, "More memory than there is"),

    INVALID_REQUEST(Fault.BAD_REQUEST, 400, "The request is not valid"),
    INVALID_PIPELINE(Fault.BAD_REQUEST, 422, "The pipeline is not valid"),
    INVALID_PRESET(Fault.BAD_REQUEST, 422, "The preset is not valid"),
    UNKNOWN_PRESET(Fault.BAD_REQUEST, 422, "There is no preset of this name"),
    IDEMPOTENCY_KEY_REUSED(Fault.BAD_REQUEST, 422, "The idempotency key was used for something else"),
    OPERATION_OUT_OF_BOUNDS(Fault.BAD_REQUEST, 422, "The operation reaches outside the image"),
    WATERMARK_MISSING(Fault.BAD_REQUEST, 422, "The watermark's image is not there"),
    PROFILE_MISSING(Fault.BAD_REQUEST, 422, "The colour profile is not there"),
    UNUSABLE_PROFILE(Fault.BAD_REQUEST, 422, "The colour profile cannot be used"),
    NOT_FOUND(Fault.BAD_REQUEST, 404, "There is nothing here"),
    IMAGE_NOT_FOUND(Fault.BAD_REQUEST, 404, "There is no image of this id"),
    RENDITION_NOT_FOUND(Fault.BAD_REQUEST, 404, "The image has no rendition of this name"),
    PRESET_NOT_FOUND(Fault.BAD_REQUEST, 404, "There is no preset of this name"),
    JOB_NOT_FOUND(Fault.BAD_REQUEST, 404, "There is no job of this id"),
    INVALID_SIGNATURE(Fault.BAD_REQUEST, 403, "The address is not signed as it must be"),
    URL_EXPIRED(Fault.BAD_REQUEST, 410, "The address was good for a time that is over"),
    METHOD_NOT_ALLOWED(Fault.BAD_REQUEST, 405, "The method is not allowed here"),
    RENDITION_NOT_READY(Fault.BAD_REQUEST, 409, "The rendition is not made yet"),
    CONFLICT(Fault.BAD_REQUEST, 409, "The request meets another state than it expects"),
    PRECONDITION_FAILED(Fault.BAD_REQUEST, 412, "The resource has changed"),
    RANGE_NOT_SATISFIABLE(Fault.BAD_REQUEST, 416, "The range lies outside the content"),

    TIME_LIMIT_EXCEEDED(Fault.OVER_LIMIT, 422, "The work took longer than allowed"),
    DECODER_CRASHED(Fault.MALFORMED_INPUT, 422, "The image made the decoder crash"),
    SOURCE_MISSING(Fault.ENVIRONMENT, 500, "The source's bytes are missing in object storage", false),

    STORAGE_UNAVAILABLE(Fault.ENVIRONMENT, 503, "Object storage is not available"),
    EVENT_BUS_UNAVAILABLE(Fault.ENVIRONMENT, 503, "The event bus is not available"),
    CATALOG_UNAVAILABLE(Fault.ENVIRONMENT, 503, "The catalogue is not available"),
    OUT_OF_MEMORY_BUDGET(Fault.ENVIRONMENT, 503, "There is no memory to spare for this image now"),
    TOO_MANY_REQUESTS(Fault.ENVIRONMENT, 429, "More requests than can be worked on"),
    SERVICE_BUSY(Fault.ENVIRONMENT, 503, "The service has as much to do as it can"),
    TIMED_OUT(Fault.ENVIRONMENT, 503, "The answer took too long"),
    SHUTTING_DOWN(Fault.ENVIRONMENT, 503, "The service is stopping"),
    INTERNAL_ERROR(Fault.ENVIRONMENT, 500, "Something went wrong inside");

    /** Whose fault a problem is. */
    public enum Fault {
        /** The bytes given are not what they should be. */
        MALFORMED_INPUT,
        /** The bytes or wishes are sound, and Imagemill does not know how. */
        UNSUPPORTED,
        /** A limit of the installation. */
        OVER_LIMIT,
        /** The request asks for something that is not valid or not there. */
        BAD_REQUEST,
        /** Imagemill itself or something it stands on. */
        ENVIRONMENT
    }

    private static final String URI_PREFIX = "urn:imagemill:problem:";

    private final Fault fault;
    private final int status;
    private final String title;
    private final boolean retryable;

    ProblemType(Fault fault, int status, String title) {
        this(fault, status, title, fault == Fault.ENVIRONMENT);
    }

    ProblemType(Fault fault, int status, String title, boolean retryable) {
        this.fault = fault;
        this.status = status;
        this.title = title;
        this.retryable = retryable;
    }

    /** The stable code, in kebab case, as {@code not-an-image}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem document's {@code type}: {@code urn:imagemill:problem:} and the code. */
    public URI uri() {
        return URI.create(URI_PREFIX + code());
    }

    /** The HTTP status this problem is answered with. */
    public int status() {
        return status;
    }

    /** One line for people, the same for every problem of this type. */
    public String title() {
        return title;
    }

    public Fault fault() {
        return fault;
    }

    /** Whether the same request may succeed later without being changed. */
    public boolean retryable() {
        return retryable;
    }

    /** The type of the given code, if there is one. */
    public static Optional<ProblemType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}
