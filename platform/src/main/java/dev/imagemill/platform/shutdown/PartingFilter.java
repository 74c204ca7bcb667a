package dev.imagemill.platform.shutdown;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** From a moment on tells every client to send its next request over another connection, also those whose request began before. */
final class PartingFilter extends OncePerRequestFilter implements Ordered {
    private final BooleanSupplier parting;

    PartingFilter(BooleanSupplier parting) {
        this.parting = parting;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Answer(response));
        askToClose(response);
    }

    private void askToClose(HttpServletResponse response) {
        if (parting.getAsBoolean() && !response.isCommitted()) {
            response.setHeader("Connection", "close");
        }
    }

    /** Decides when its body begins, which may be much later than the request. */
    private final class Answer extends HttpServletResponseWrapper {
        private final HttpServletResponse response;

        Answer(HttpServletResponse response) {
            super(response);
            this.response = response;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            askToClose(response);
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            askToClose(response);
            return super.getWriter();
        }
    }
}
