{{- define "imagemill.dev.securityContext" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{/* The head of a development server's StatefulSet and its Service. Takes (dict "root" $ "name" name "port" n). */}}
{{- define "imagemill.dev.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "imagemill.fullname" .root }}-dev-{{ .name }}
  labels:
    {{- include "imagemill.labels" (dict "root" .root "component" (printf "dev-%s" .name)) | nindent 4 }}
spec:
  selector:
    {{- include "imagemill.selector" (dict "root" .root "component" (printf "dev-%s" .name)) | nindent 4 }}
  # A server that talks to itself by this name must find it before it is ready.
  publishNotReadyAddresses: true
  ports:
    - {name: {{ .name }}, port: {{ .port }}, targetPort: {{ .name }}, protocol: TCP}
{{- end -}}

{{- define "imagemill.dev.claim" -}}
volumeClaimTemplates:
  - metadata:
      name: data
    spec:
      accessModes: [ReadWriteOnce]
      resources:
        requests:
          storage: {{ . }}
{{- end -}}
