{{/* The pods of a part, as a peer. */}}
{{- define "cme.peer" -}}
- podSelector:
    matchLabels:
      {{- include "cme.selector" . | nindent 6 }}
{{- end }}

{{/* Ways out of one of the three services; (list $ "credit-service"). */}}
{{- define "cme.egress.service" -}}
{{- $ := index . 0 -}}
{{- $name := index . 1 -}}
{{- if $.Values.postgres.operator }}
- to: [{podSelector: {matchLabels: {cnpg.io/cluster: {{ include "cme.short" $name }}-database}}}]
  ports: [{port: 5432}]
{{- else }}
- to: {{ required "postgres.existing.peers is missing: where the databases are, for the NetworkPolicies." $.Values.postgres.existing.peers | toJson }}
  ports: [{port: {{ $.Values.postgres.existing.port }}}]
{{- end }}
{{- if $.Values.kafka.operator }}
- to: [{podSelector: {matchLabels: {strimzi.io/cluster: kafka, strimzi.io/kind: Kafka}}}]
  ports: [{port: 9093}]
{{- else }}
- to: {{ required "kafka.existing.peers is missing: where the brokers are, for the NetworkPolicies." $.Values.kafka.existing.peers | toJson }}
  ports: [{port: {{ $.Values.kafka.existing.port }}}]
{{- end }}
{{- include "cme.egress.issuer" $ }}
{{- if and $.Values.tracing.endpoint $.Values.tracing.peers }}
- to: {{ toJson $.Values.tracing.peers }}
  ports: [{port: {{ $.Values.tracing.port }}}]
{{- end }}
{{- if ne $name "catalog-service" }}
# Webhooks go to public addresses.
- to: [{ipBlock: {cidr: 0.0.0.0/0, except: {{ toJson $.Values.networkPolicies.privateNetworks }}}}]
  ports: [{port: 443}]
{{- end }}
{{- end }}

{{- define "cme.egress.issuer" -}}
{{- if .Values.keycloak.operator }}
- to: [{podSelector: {matchLabels: {app: keycloak, app.kubernetes.io/instance: keycloak}}}]
  ports: [{port: 8080}]
{{- else }}
- to: {{ required "keycloak.existing.peers is missing: where the issuer is, for the NetworkPolicies." .Values.keycloak.existing.peers | toJson }}
  ports: [{port: {{ .Values.keycloak.existing.port }}}]
{{- end }}
{{- end }}
