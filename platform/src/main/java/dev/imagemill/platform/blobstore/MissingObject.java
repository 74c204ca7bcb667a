package dev.imagemill.platform.blobstore;

import java.io.IOException;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Response;

/** There is no object under a key, as the server says in its answer to a request for it. */
final class MissingObject extends IOException {
    private static final Set<String> CODES = Set.of("NoSuchKey", "NoSuchObject");
    private static final int NOT_FOUND = 404;
    private static final int MOST_BYTES = 16 << 10;
    private static final String BEGIN = "<Code>";
    private static final String END = "</Code>";

    private MissingObject(String code) {
        super(code);
    }

    /**
     * Notices such answers before the S3 client reads them: it takes each error for a new kind of document, and spends more on finding out
     * how to read it than a decoder on a small picture. Not being there yet is how every first request for a rendition begins.
     */
    static Response noticed(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.code() == NOT_FOUND && response.request().method().equals("GET")) {
            String code = code(response.peekBody(MOST_BYTES).string());
            if (CODES.contains(code)) {
                response.close();
                throw new MissingObject(code);
            }
        }
        return response;
    }

    private static String code(String document) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END, Math.max(begin, 0));
        return begin < 0 || end < 0 ? "" : document.substring(begin + BEGIN.length(), end);
    }
}
