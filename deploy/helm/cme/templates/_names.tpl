{{/* The port of a part for requests; its management port is 1000 higher. */}}
{{- define "cme.port" -}}
{{- get (dict "catalog-service" "8081" "credit-service" "8082" "compliance-service" "8083" "portal" "8084" "gateway" "8080") . -}}
{{- end }}

{{- define "cme.managementPort" -}}
{{- add 1000 (include "cme.port" . | int) -}}
{{- end }}

{{/* True for the three services, which have a database and events. */}}
{{- define "cme.isService" -}}
{{- if hasSuffix "-service" . }}true{{ end -}}
{{- end }}

{{/* The short name of a service: of its database, its users, its keys. */}}
{{- define "cme.short" -}}
{{- trimSuffix "-service" . -}}
{{- end }}

{{- define "cme.host" -}}
{{- $url := required "publicUrl is missing: https://HOST[:PORT], how people and machines outside call the gateway." .Values.publicUrl -}}
{{- if not (regexMatch "^https://[A-Za-z0-9.-]+(:[0-9]+)?$" $url) }}{{ fail (printf "publicUrl must be https://HOST[:PORT], not '%s'." $url) }}{{ end -}}
{{- regexReplaceAll ":[0-9]+$" (trimPrefix "https://" $url) "" -}}
{{- end }}

{{/* Labels of an object that belongs to a part; (list $ "credit-service"). */}}
{{- define "cme.labels" -}}
{{- $ := index . 0 -}}
{{ include "cme.selector" (index . 1) }}
app.kubernetes.io/instance: {{ $.Release.Name }}
app.kubernetes.io/version: {{ include "cme.tag" $ | quote }}
app.kubernetes.io/managed-by: {{ $.Release.Service }}
{{ include "cme.chartLabel" $ }}
{{- end }}

{{/* The label of an object that an operator makes pods of. The pods may take it over, so it is none by which ours are selected. */}}
{{- define "cme.chartLabel" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "cme.selector" -}}
app.kubernetes.io/name: {{ . }}
app.kubernetes.io/part-of: cme
{{- end }}

{{- define "cme.tag" -}}
{{- $tag := .Values.images.tag | default .Chart.AppVersion | toString -}}
{{- if eq $tag "latest" }}{{ fail "images.tag names a version, not latest." }}{{ end -}}
{{- $tag -}}
{{- end }}

{{/* The image of a part; (list $ "credit-service"). */}}
{{- define "cme.image" -}}
{{- $ := index . 0 -}}
{{- $part := index . 1 -}}
{{- $registry := required "images.registry is missing: registry and folder of the images, such as registry.board.example/cme." $.Values.images.registry -}}
{{- printf "%s/%s:%s" $registry $part (include "cme.tag" $) -}}
{{- with index $.Values.images.digests $part }}@{{ . }}{{ end -}}
{{- end }}

{{/* The issuer as tokens name it, and as pods reach it. */}}
{{- define "cme.issuer" -}}
{{- if .Values.keycloak.operator -}}
{{ .Values.publicUrl }}/auth/realms/cme
{{- else -}}
{{ required "keycloak.existing.url is missing: the issuer of tokens." .Values.keycloak.existing.url }}
{{- end -}}
{{- end }}

{{- define "cme.issuerInside" -}}
{{- if .Values.keycloak.operator -}}
http://keycloak-service:8080/auth/realms/cme
{{- else -}}
{{ .Values.keycloak.existing.internalUrl | default (include "cme.issuer" .) }}
{{- end -}}
{{- end }}

{{/* A Secret with ca.crt, for the databases of a service and for Kafka; empty: none is needed. (list $ "credit-service") */}}
{{- define "cme.databaseAuthority" -}}
{{- $ := index . 0 -}}
{{- if $.Values.postgres.operator }}{{ include "cme.short" (index . 1) }}-database-ca{{ else }}{{ $.Values.postgres.existing.caSecret }}{{ end -}}
{{- end }}

{{- define "cme.kafkaAuthority" -}}
{{- if .Values.kafka.operator }}kafka-cluster-ca-cert{{ else }}{{ .Values.kafka.existing.caSecret }}{{ end -}}
{{- end }}

{{- define "cme.databaseUrl" -}}
{{- $ := index . 0 -}}
{{- $short := include "cme.short" (index . 1) -}}
{{- if $.Values.postgres.operator -}}
jdbc:postgresql://{{ $short }}-database-rw:5432/{{ $short }}?sslmode=verify-full&sslrootcert=/etc/cme/database-ca/ca.crt
{{- else -}}
{{ required (printf "postgres.existing.urls.%s is missing: the JDBC URL of the database." $short) (index $.Values.postgres.existing.urls $short) }}
{{- end -}}
{{- end }}
