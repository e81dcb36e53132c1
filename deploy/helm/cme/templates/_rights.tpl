{{/* The lines of deploy/kafka/rights as a JSON array of {user, kind, topic}. */}}
{{- define "cme.rights" -}}
{{- $rights := list -}}
{{- range $line := .Files.Lines "files/kafka/rights" -}}
  {{- $words := regexSplit "\\s+" (trim $line) -1 -}}
  {{- if and (trim $line) (not (hasPrefix "#" (trim $line))) -}}
    {{- if or (ne (len $words) 3) (not (has (index $words 1) (list "owns" "reads"))) }}{{ fail (printf "Not a right on Kafka: %s" $line) }}{{ end -}}
    {{- $rights = append $rights (dict "user" (index $words 0) "kind" (index $words 1) "topic" (index $words 2)) -}}
  {{- end -}}
{{- end -}}
{{- if not $rights }}{{ fail "files/kafka/rights is empty or missing: was the link followed?" }}{{ end -}}
{{- toJson $rights -}}
{{- end }}

{{/* The owners of the events that a service writes or reads, as a JSON array: (list $ "credit-service"). */}}
{{- define "cme.eventOwners" -}}
{{- $owners := list -}}
{{- $name := index . 1 -}}
{{- range include "cme.rights" (index . 0) | fromJsonArray -}}
  {{- if eq .user $name }}{{ $owners = append $owners (first (splitList "." .topic)) }}{{ end -}}
{{- end -}}
{{- $owners | uniq | sortAlpha | toJson -}}
{{- end }}
