package dev.imagemill.helm;

/** A choice that an operator has, which goes with every other but those of its own group. */
enum Feature {
    OWN_POSTGRES(Group.DATABASE, "database: {host: postgres, existingSecret: login}"),
    MIGRATES_AT_START(Group.DATABASE, "database: {host: postgres, existingSecret: login}\nmigrations: {mode: start}"),
    CLOUD_NATIVE_PG(Group.DATABASE, "cnpg: {enabled: true}\nmigrations: {mode: start}"),
    PLAIN_KAFKA(Group.KAFKA, "{}"),
    KAFKA_WITHOUT_TOPICS(Group.KAFKA, "kafka: {createTopics: false}"),
    STRIMZI_TOPICS(Group.KAFKA, "strimzi: {enabled: true, cluster: k, users: false}"),
    STRIMZI_PASSWORDS(
            Group.KAFKA,
            "strimzi: {enabled: true, cluster: k}\nkafka: {auth: {type: sasl}}\ntransform: {keda: {lag: {authenticationRef: login}}}"),
    STRIMZI_CERTIFICATES(
            Group.KAFKA,
            "strimzi: {enabled: true, cluster: k}\nkafka: {auth: {type: tls}, tls: {enabled: true, caSecret: ca}}\ntransform: {keda: {lag: {authenticationRef: login}}}"),
    KAFKA_WITH_ONE_SECRET(
            Group.KAFKA,
            "kafka: {auth: {type: sasl, mechanism: PLAIN, secrets: {ingest: s, storage: s, transform: s}}, tls: {enabled: true}}\ntransform: {keda: {lag: {authenticationRef: login}}}"),
    NEW_GROUP_PROTOCOL("kafka: {groupProtocol: consumer}"),
    S3_WITHOUT_TLS("s3: {endpoint: \"http://s3\"}"),
    INGRESS("ingress: {enabled: true}"),
    INGRESS_WITH_TLS("ingress: {enabled: true, host: a.example.org, tlsSecret: tls, className: nginx}"),
    GATEWAY("httpRoute: {enabled: true, parentRefs: [{name: gateway}]}"),
    NO_POLICIES("networkPolicy: {enabled: false}"),
    SIGNED_ADDRESSES(
            "transform: {render: {keys: [{id: k2, existingSecret: keys, key: new}, {id: k1, existingSecret: keys, key: old}]}}"),
    SIGNED_ADDRESSES_BY_DIGEST_ONLY(
            "transform: {render: {imagesById: false, keys: [{id: k1, existingSecret: keys, key: old}]}}"),
    NARROW_POLICIES("networkPolicy: {httpFrom: [{podSelector: {}}], kafkaTo: [{ipBlock: {cidr: 10.0.0.0/8}}]}"),
    NO_BUDGETS(
            "ingest: {podDisruptionBudget: {enabled: false}}\nstorage: {podDisruptionBudget: {enabled: false}}\ntransform: {podDisruptionBudget: {enabled: false}}"),
    BUDGETS_IN_PERCENT("transform: {podDisruptionBudget: {maxUnavailable: 25%}}"),
    NO_SPREADING("ingest: {topologySpread: {enabled: false}}\ntransform: {topologySpread: {enabled: false}}"),
    STRICT_SPREADING(
            "storage: {topologySpread: {topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule}}"),
    SCALED_FRONT("ingest: {autoscaling: {enabled: true}}\nstorage: {autoscaling: {enabled: true}}"),
    SCALED_WORKERS("transform: {keda: {enabled: true}}"),
    SCALED_ON_WORK("transform: {keda: {enabled: true, prometheus: {serverAddress: \"http://prometheus\"}}}"),
    SCALED_TO_NOTHING("transform: {replicas: 0, keda: {minReplicas: 0}}"),
    ONE_OF_EACH("ingest: {replicas: 1}\nstorage: {replicas: 1}\ntransform: {replicas: 1}"),
    OWN_ACCOUNT("serviceAccount: {create: false, name: theirs}"),
    NO_ACCOUNT("serviceAccount: {create: false}"),
    PULL_SECRETS("image: {pullSecrets: [a, b]}"),
    DIGEST("transform: {image: {digest: \"sha256:" + "0123456789abcdef".repeat(4) + "\"}}"),
    LONG_ITEMS("transform: {itemTimeLimitSeconds: 1800}"),
    SHORT_ITEMS("transform: {itemTimeLimitSeconds: 1}"),
    TMP_ON_DISK("ingest: {tmp: {inMemory: false}}\nstorage: {tmp: {inMemory: false}}"),
    SETTINGS(
            "transform: {settings: {imagemill.transform.threads: \"2\"}}\ningest: {settings: {imagemill.ingest.max-side: \"20000\"}}"),
    OPEN_SHIFT("podSecurity: {userId: 1000680000}"),
    LABELS("commonLabels: {team: a}\nstorage: {podLabels: {tier: b}, podAnnotations: {c: d}}"),
    TRACED("telemetry: {traces: {endpoint: \"http://collector:4318/v1/traces\"}}"),
    PLAIN_LOGS("telemetry: {logFormat: text}"),
    MONITORED(
            "monitoring: {serviceMonitor: {enabled: true}, prometheusRule: {enabled: true}, dashboard: {enabled: true}}");

    /** Of which there is always exactly one. */
    enum Group {
        DATABASE,
        KAFKA,
        NONE
    }

    final Group group;
    final String yaml;

    Feature(String yaml) {
        this(Group.NONE, yaml);
    }

    Feature(Group group, String yaml) {
        this.group = group;
        this.yaml = yaml;
    }
}
