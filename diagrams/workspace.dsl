// The one place where an element or a relationship of the architecture is declared.
// Only what exists stands here; what is planned stands in planned.yaml with its requirements.
// Each relationship carries one kind: use, call, event, http, store (CONTRIBUTING and the site explain them).
// trust.zone: who controls an element; trust.data: what a flow carries, both ways; trust.via: the path of a flow between
// zones; trust.stores: what an element keeps. Zones and classes of data are defined in threat-model/.
workspace "Parley" "A messaging platform: a log per conversation, and a server that delivers it." {

    !identifiers hierarchical
    !impliedRelationships false

    model {
        user = person "Chat user" "Registers, finds others by username and exchanges messages with them." {
            properties {
                trust.zone "device"
            }
        }
        operator = person "Operator" "Starts, stops and watches an installation." {
            properties {
                trust.zone "operation"
            }
        }

        parley = softwareSystem "Parley" "Carries conversations between people: what was acknowledged is stored durably and reaches every member." {

            web = container "Web client" "Conversation list, messages, composer, live updates; reconnects and fills gaps from the log." "TypeScript, Lit" {
                properties {
                    trust.zone "device"
                    trust.stores "tokens,content,profile,devices"
                }
            }

            cassandra = container "Cassandra" "Conversation logs and snapshots, what is projected from them, and the index by direct pair." "Apache Cassandra 5" "database" {
                properties {
                    driver.packages "com.datastax.oss.driver"
                    adapter.package "cassandra"
                    migrations ".cql"
                    trust.zone "stores"
                    trust.stores "content,relations,devices,operations"
                }
            }

            postgres = container "PostgreSQL" "Accounts, credentials, devices, blocks, refresh tokens and signing keys." "PostgreSQL 18" "database" {
                properties {
                    driver.packages "java.sql,javax.sql,org.springframework.jdbc,org.postgresql"
                    adapter.package "postgres"
                    migrations ".sql"
                    trust.zone "stores"
                    trust.stores "credentials,tokens,profile,contact,blocks,devices,secrets"
                }
            }

            server = container "Server" "A modular monolith: one package per component. Nodes are identical; one runs today." "Java 17, Spring Boot, Jetty" {
                properties {
                    trust.zone "server"
                    trust.stores "logs,secrets"
                }

                kernel = component "Kernel" "Ids and counters that every component speaks of." "Java" "kernel" {
                    properties {
                        java.package "io.parley.kernel"
                    }
                }
                limits = component "Limits" "The limits of the public contract, read from one data file." "Java" {
                    properties {
                        java.package "io.parley.limits"
                    }
                }
                problem = component "Problem" "The one place that answers errors as problem details (RFC 9457)." "Spring MVC" {
                    properties {
                        java.package "io.parley.problem"
                    }
                }
                silence = component "Silence" "Keeps what PostgreSQL said, so that it counts on for a stated time while PostgreSQL is silent." "Java" {
                    properties {
                        java.package "io.parley.silence"
                    }
                }
                schema = component "Schema" "The Cassandra session and its versioned migrations." "Cassandra driver" {
                    properties {
                        java.package "io.parley.schema"
                        java.exports "io.parley.schema.cassandra.CassandraSessions"
                    }
                }
                account = component "Account" "Registration, login, rotated refresh tokens, devices, users." "Spring Security" {
                    properties {
                        java.package "io.parley.account"
                    }
                }
                contact = component "Contact" "Who has blocked whom; answers from memory of a stated age while PostgreSQL is silent." "Java" {
                    properties {
                        java.package "io.parley.contact"
                    }
                }
                log = component "Log" "The append-only, gapless log of each conversation: compare-and-set append, fold, snapshots." "Java" "deterministic" {
                    properties {
                        java.package "io.parley.log"
                        java.exports "io.parley.log.cassandra.CassandraLogStore,io.parley.log.cassandra.CassandraLogCatalogue"
                        java.guarded "io.parley.log.LogStore.read,io.parley.log.LogStore.latestSnapshot"
                        java.guard "io.parley.log.EntryReads"
                    }
                }
                projection = component "Projection" "Keeps up what is drawn from the logs, also when a node dies: markers, leases, watermarks, sweeper." "Java" "deterministic" {
                    properties {
                        java.package "io.parley.projection"
                        java.exports "io.parley.projection.cassandra.CassandraIncarnations,io.parley.projection.cassandra.CassandraMarkers,io.parley.projection.cassandra.CassandraWatermarks"
                    }
                }
                inbox = component "Inbox" "One row per user and conversation: head, unread count and last message." "Java" "deterministic" {
                    properties {
                        java.package "io.parley.inbox"
                        java.exports "io.parley.inbox.cassandra.CassandraInbox"
                    }
                }
                idindex = component "Id index" "Where old ids stand: the ids of each full bucket and the range of their times." "Java" "deterministic" {
                    properties {
                        java.package "io.parley.idindex"
                        java.exports "io.parley.idindex.cassandra.CassandraIdBlocks"
                    }
                }
                erasure = component "Erasure" "Carries out deletions: takes the contents of deleted messages, and of their edits, from the logs." "Java" "deterministic" {
                    properties {
                        java.package "io.parley.erasure"
                    }
                }
                receipt = component "Receipt" "How far each device of a member is: delivered and read; collected, written together, then told." "Java" "deterministic" {
                    properties {
                        java.package "io.parley.receipt"
                        java.exports "io.parley.receipt.cassandra.CassandraReceipts"
                    }
                }
                conversation = component "Conversation" "Creates, lists and reads conversations; accepts messages; who may see what." "Spring MVC" {
                    properties {
                        java.package "io.parley.conversation"
                    }
                }
                delivery = component "Delivery" "Pushes committed entries to the members' devices; bounded, never blocks the sender." "WebSocket" {
                    properties {
                        java.package "io.parley.delivery"
                    }
                }
                app = component "App" "Composition root: starts the server, serves the web client and the specification." "Spring Boot" {
                    properties {
                        java.package "io.parley.app"
                    }
                }

                // call: a class of the source depends on a class of the target
                problem -> limits "takes bounds from" "Java" "call"
                silence -> problem "reports an unanswered store through" "Java" "call"
                account -> limits "takes bounds from" "Java" "call"
                account -> problem "refuses through" "Java" "call"
                account -> silence "keeps what is known of sessions and speakers in" "Java" "call"
                contact -> limits "takes bounds from" "Java" "call"
                contact -> problem "refuses through" "Java" "call"
                contact -> silence "keeps what is known of blocks in" "Java" "call"
                contact -> account "looks up users in" "Java" "call"
                log -> problem "reports an unanswered store through" "Java" "call"
                log -> limits "takes bounds from" "Java" "call"
                projection -> log "announces for and reads" "Java" "call"
                projection -> problem "reports an unanswered store through" "Java" "call"
                projection -> limits "takes bounds from" "Java" "call"
                inbox -> projection "is kept up by" "Java" "call"
                inbox -> log "draws rows from" "Java" "call"
                inbox -> problem "reports an unanswered store through" "Java" "call"
                inbox -> limits "takes bounds from" "Java" "call"
                idindex -> projection "is kept up by" "Java" "call"
                idindex -> log "draws ids from and looks them up for" "Java" "call"
                idindex -> problem "reports an unanswered store through" "Java" "call"
                idindex -> limits "takes bounds from" "Java" "call"
                erasure -> projection "is kept up by" "Java" "call"
                erasure -> log "finds and erases contents in" "Java" "call"
                erasure -> limits "takes bounds from" "Java" "call"
                receipt -> log "looks up positions in" "Java" "call"
                receipt -> projection "is kept up by" "Java" "call"
                receipt -> inbox "moves read marks in" "Java" "call"
                receipt -> problem "reports an unanswered store through" "Java" "call"
                receipt -> limits "takes bounds from" "Java" "call"
                conversation -> receipt "reports and reads marks in" "Java" "call"
                conversation -> inbox "lists from" "Java" "call"
                conversation -> limits "takes bounds from" "Java" "call"
                conversation -> problem "refuses through" "Java" "call"
                conversation -> account "looks up users in" "Java" "call"
                conversation -> contact "asks for blocks in" "Java" "call"
                conversation -> log "appends to and reads" "Java" "call"
                delivery -> limits "takes bounds from" "Java" "call"
                delivery -> problem "refuses through" "Java" "call"
                delivery -> account "authenticates with" "Java" "call"
                delivery -> contact "has blocks read in" "Java" "call"
                delivery -> conversation "sends through" "Java" "call"
                delivery -> inbox "reads heads from" "Java" "call"
                delivery -> receipt "encodes marks of" "Java" "call"
                delivery -> log "encodes entries of" "Java" "call"

                app -> limits "takes bounds from" "Java" "call"
                app -> projection "rebuilds through" "Java" "call"
                app -> problem "refuses through" "Java" "call"
                app -> account "puts the token filter of" "Java" "call"

                // event: the source publishes the type, the target listens to it
                log -> delivery "announces committed entries to" "Spring event" "event" {
                    properties {
                        events "io.parley.log.EntriesCommitted"
                    }
                }
                projection -> delivery "announces repaired conversations to" "Spring event" "event" {
                    properties {
                        events "io.parley.projection.ConversationRepaired"
                    }
                }
                receipt -> delivery "announces marks that moved to" "Spring event" "event" {
                    properties {
                        events "io.parley.receipt.MarksMoved"
                    }
                }
                account -> delivery "announces ended sessions to" "Spring event" "event" {
                    properties {
                        events "io.parley.account.SessionEnded"
                    }
                }
            }

            // store: only the source's adapter package speaks to the store, and names these tables only
            server.log -> cassandra "appends and reads entries in" "CQL" "store" {
                properties {
                    tables "conversation_log,conversation_snapshot"
                    trust.data "content,relations"
                    trust.via "machine"
                }
            }
            server.conversation -> cassandra "keeps direct pairs in" "CQL" "store" {
                properties {
                    tables "direct_conversation"
                    trust.data "relations"
                    trust.via "machine"
                }
            }
            server.projection -> cassandra "keeps markers and watermarks in" "CQL" "store" {
                properties {
                    tables "node_incarnation,projection_marker,projection_watermark,projection_built"
                    trust.data "operations"
                    trust.via "machine"
                }
            }
            server.inbox -> cassandra "keeps rows per user in" "CQL" "store" {
                properties {
                    tables "inbox"
                    trust.data "content,relations"
                    trust.via "machine"
                }
            }
            server.idindex -> cassandra "keeps blocks of ids in" "CQL" "store" {
                properties {
                    tables "id_block,id_span"
                    trust.data "relations"
                    trust.via "machine"
                }
            }
            server.receipt -> cassandra "keeps marks per device in" "CQL" "store" {
                properties {
                    tables "receipt"
                    trust.data "relations,devices"
                    trust.via "machine"
                }
            }
            server.schema -> cassandra "migrates" "CQL" "store" {
                properties {
                    tables "schema_migration,schema_lease"
                    trust.data "operations"
                    trust.via "machine"
                }
            }
            server.account -> postgres "keeps accounts in" "SQL" "store" {
                properties {
                    tables "account,device,refresh_token,session,signing_key"
                    trust.data "credentials,tokens,profile,contact,devices,secrets"
                    trust.via "machine"
                }
            }

            server.contact -> postgres "keeps blocks in" "SQL" "store" {
                properties {
                    tables "block"
                    trust.data "blocks"
                    trust.via "machine"
                }
            }

            // http: operations or frames of the target
            web -> server.account "registers, logs in and refreshes with" "HTTP, JSON" "http" {
                properties {
                    trust.data "credentials,tokens,profile,contact,devices,traffic"
                    trust.via "network"
                }
            }
            web -> server.contact "blocks and unblocks in" "HTTP, JSON" "http" {
                properties {
                    trust.data "tokens,blocks,profile,traffic"
                    trust.via "network"
                }
            }
            web -> server.conversation "reads and creates conversations in" "HTTP, JSON" "http" {
                properties {
                    trust.data "tokens,content,relations,profile,traffic"
                    trust.via "network"
                }
            }
            web -> server.delivery "sends and receives frames with" "WebSocket" "http" {
                properties {
                    trust.data "tokens,content,relations,profile,devices,traffic"
                    trust.via "network"
                }
            }
            web -> server.app "loads itself from" "HTTP" "http" {
                properties {
                    trust.data "program,traffic"
                    trust.via "network"
                }
            }

            // the same, one level up; a test holds both levels together
            web -> server "talks to" "HTTP and WebSocket, JSON" "http" {
                properties {
                    trust.data "credentials,tokens,content,relations,profile,contact,blocks,devices,traffic,program"
                    trust.via "network"
                }
            }
            server -> cassandra "keeps conversation logs in" "CQL" "store" {
                properties {
                    trust.data "content,relations,devices,operations"
                    trust.via "machine"
                }
            }
            server -> postgres "keeps accounts in" "SQL" "store" {
                properties {
                    trust.data "credentials,tokens,profile,contact,blocks,devices,secrets"
                    trust.via "machine"
                }
            }
        }

        user -> parley "exchanges messages with" "Browser" "use"
        user -> parley.web "exchanges messages with" "Browser" "use" {
            properties {
                trust.data "credentials,content,relations,profile,contact,blocks"
            }
        }
        operator -> parley "starts, stops and watches" "Command line" "use"
        operator -> parley.server "starts, stops and watches" "Command line" "use" {
            properties {
                trust.data "operations,logs,secrets"
                trust.via "machine"
            }
        }
        operator -> parley.server.app "starts, stops and watches" "Command line" "use" {
            properties {
                trust.data "operations,logs,secrets"
                trust.via "machine"
            }
        }

        embedded = deploymentEnvironment "Embedded" {
            machine = deploymentNode "One machine" "The default run: JDK, Maven and Node, no containers." "Linux" {
                browser = deploymentNode "Browser" "One per user." "Chromium, Firefox, Safari" {
                    web = containerInstance parley.web
                }
                serverProcess = deploymentNode "Server process" "The executable jar, on port 8080." "JVM 17" {
                    server = containerInstance parley.server
                }
                postgresProcess = deploymentNode "PostgreSQL process" "fsync and synchronous_commit on, on loopback." "Native process" {
                    postgres = containerInstance parley.postgres
                }
                cassandraProcess = deploymentNode "Cassandra process" "One node, commitlog_sync: batch, on loopback." "JVM 17, child process" {
                    cassandra = containerInstance parley.cassandra
                }
                launcher = infrastructureNode "Launcher" "Starts, watches and stops the others; reclaims what a killed run left." "JVM process"
                launcher -> serverProcess "starts" "Process" "start"
                launcher -> postgresProcess "starts" "Process" "start"
                launcher -> cassandraProcess "starts" "Process" "start"
            }
        }
    }

    views {
        systemContext parley "context" "Who uses Parley." {
            title "System context"
            include *
            autolayout tb
        }
        container parley "containers" "What runs: a web client, one server, two stores." {
            title "Containers"
            include *
            autolayout tb
        }
        container parley "containers-wide" "What runs, from left to right." {
            title "Containers, from left to right"
            include parley.web parley.server parley.cassandra parley.postgres
            autolayout lr
        }
        component parley.server "components" "Calls run down, towards what knows less; events run back up." {
            title "Components of the server: who works with whom"
            include parley.server.account parley.server.conversation parley.server.delivery parley.server.log
            autolayout tb
        }
        component parley.server "projections" "What is drawn from the logs, and who reads it." {
            title "Components of the server: projections"
            include parley.server.delivery parley.server.conversation parley.server.app parley.server.inbox parley.server.idindex parley.server.projection parley.server.log
            exclude "parley.server.delivery -> parley.server.conversation"
            exclude "parley.server.delivery -> parley.server.log"
            exclude "parley.server.conversation -> parley.server.log"
            exclude "parley.server.log -> parley.server.delivery"
            autolayout tb
        }
        component parley.server "erasing" "A deletion is an entry; what it asks for is carried out like any projection." {
            title "Components of the server: erasure"
            include parley.server.erasure parley.server.inbox parley.server.projection parley.server.log
            exclude "parley.server.inbox -> parley.server.log"
            autolayout tb
        }
        component parley.server "receipts" "Devices tell how far they are; it is written before others are told." {
            title "Components of the server: receipts"
            include parley.server.delivery parley.server.conversation parley.server.receipt parley.server.inbox parley.server.projection parley.server.log
            exclude "parley.server.delivery -> parley.server.log"
            exclude "parley.server.delivery -> parley.server.inbox"
            exclude "parley.server.conversation -> parley.server.log"
            exclude "parley.server.conversation -> parley.server.inbox"
            exclude "parley.server.inbox -> parley.server.log"
            exclude "parley.server.inbox -> parley.server.projection"
            exclude "parley.server.projection -> parley.server.log"
            exclude "parley.server.log -> parley.server.delivery"
            exclude "parley.server.projection -> parley.server.delivery"
            autolayout tb
        }
        component parley.server "blocks" "What lives outside the log is asked before an entry is decided." {
            title "Components of the server: blocks"
            include parley.web parley.postgres parley.server.delivery parley.server.conversation parley.server.contact parley.server.account parley.server.log
            exclude "parley.server.delivery -> parley.server.account"
            exclude "parley.server.delivery -> parley.server.log"
            exclude "parley.server.conversation -> parley.server.account"
            exclude "parley.server.account -> *"
            exclude "parley.server.log -> parley.server.delivery"
            exclude "parley.web -> parley.server.account"
            autolayout tb
        }
        component parley.server "silence" "What PostgreSQL said is kept, and counts on while it does not answer." {
            title "Components of the server: silence"
            include parley.server.account parley.server.contact parley.server.silence parley.server.problem parley.postgres
            exclude "parley.server.account -> parley.server.problem"
            exclude "parley.server.contact -> parley.server.problem"
            exclude "parley.server.contact -> parley.server.account"
            autolayout tb
        }
        component parley.server "components-wide" "Who calls whom, from left to right." {
            title "Components of the server, from left to right"
            include parley.server.account parley.server.conversation parley.server.delivery parley.server.inbox parley.server.projection parley.server.log
            exclude "relationship.tag==event"
            autolayout lr
        }
        component parley.server "foundations" "Who refuses through the one place that answers errors; the shared kernel is used by all." {
            title "Components of the server: errors and kernel"
            include parley.server.account parley.server.contact parley.server.conversation parley.server.delivery parley.server.inbox parley.server.idindex parley.server.receipt parley.server.projection parley.server.log parley.server.problem parley.server.limits parley.server.kernel
            exclude "* -> parley.server.account"
            exclude "* -> parley.server.contact"
            exclude "* -> parley.server.conversation"
            exclude "* -> parley.server.delivery"
            exclude "* -> parley.server.inbox"
            exclude "* -> parley.server.receipt"
            exclude "* -> parley.server.projection"
            exclude "* -> parley.server.log"
            exclude "parley.server.account -> parley.server.limits"
            exclude "parley.server.contact -> parley.server.limits"
            exclude "parley.server.conversation -> parley.server.limits"
            exclude "parley.server.delivery -> parley.server.limits"
            exclude "parley.server.inbox -> parley.server.limits"
            exclude "parley.server.idindex -> parley.server.limits"
            exclude "parley.server.receipt -> parley.server.limits"
            exclude "parley.server.projection -> parley.server.limits"
            exclude "parley.server.log -> parley.server.limits"
            autolayout lr
        }
        component parley.server "bounds" "Who takes bounds of the public contract from the one place that reads them." {
            title "Components of the server: limits"
            include parley.server.account parley.server.contact parley.server.conversation parley.server.delivery parley.server.inbox parley.server.idindex parley.server.erasure parley.server.receipt parley.server.projection parley.server.log parley.server.limits
            exclude "* -> parley.server.account"
            exclude "* -> parley.server.contact"
            exclude "* -> parley.server.conversation"
            exclude "* -> parley.server.delivery"
            exclude "* -> parley.server.inbox"
            exclude "* -> parley.server.receipt"
            exclude "* -> parley.server.projection"
            exclude "* -> parley.server.log"
            autolayout lr
        }
        component parley.server "composition" "What the composition root takes from the components that it starts." {
            title "Components of the server: the composition root"
            include parley.server.app parley.server.account parley.server.problem parley.server.limits
            exclude "parley.server.account -> *"
            exclude "parley.server.problem -> *"
            autolayout tb
        }
        component parley.server "interfaces" "Which component answers the web client, and which one keeps what in which store." {
            title "Components of the server: interfaces and stores"
            include parley.web parley.cassandra parley.postgres parley.server.schema parley.server.account parley.server.contact parley.server.log parley.server.projection parley.server.inbox parley.server.idindex parley.server.receipt parley.server.conversation parley.server.delivery parley.server.app
            exclude "relationship.tag==call"
            exclude "relationship.tag==event"
            autolayout lr
        }
        component parley.server "data-flow" "What flows between people, processes and stores, and where it crosses a trust boundary." {
            title "Data flow"
            properties {
                kind "data-flow"
            }
            include user operator parley.web parley.cassandra parley.postgres
            include parley.server.schema parley.server.account parley.server.contact parley.server.log parley.server.projection parley.server.inbox parley.server.idindex parley.server.receipt parley.server.conversation parley.server.delivery parley.server.app
            exclude "parley.server.delivery -> parley.server.account"
            exclude "parley.server.delivery -> parley.server.contact"
            exclude "parley.server.conversation -> parley.server.contact"
            exclude "parley.server.contact -> parley.server.account"
            exclude "parley.server.delivery -> parley.server.log"
            exclude "parley.server.delivery -> parley.server.inbox"
            exclude "parley.server.conversation -> parley.server.account"
            exclude "parley.server.app -> parley.server.account"
            exclude "parley.server.account -> parley.server.delivery"
            exclude "parley.server.inbox -> parley.server.log"
            exclude "parley.server.idindex -> parley.server.log"
            exclude "parley.server.receipt -> parley.server.log"
            exclude "parley.server.receipt -> parley.server.inbox"
            exclude "parley.server.receipt -> parley.server.delivery"
            exclude "parley.server.delivery -> parley.server.receipt"
            exclude "parley.server.conversation -> parley.server.receipt"
            exclude "parley.server.app -> parley.server.projection"
            exclude "parley.server.projection -> parley.server.delivery"
            autolayout tb
        }
        deployment parley "Embedded" "deployment-embedded" "One machine, four kinds of process; the data directory survives each of them." {
            title "Deployment: embedded"
            include *
            autolayout lr
        }
        dynamic parley "send-in-short" "Acknowledged when durable; the push follows." {
            title "A message is sent, in short"
            user -> parley.web "writes a message"
            parley.web -> parley.server "send, with a client id"
            parley.server -> parley.cassandra "append if the position is free"
            parley.cassandra -> parley.server "applied, durable"
            parley.server -> parley.web "accepted, to the sender"
            parley.server -> parley.web "entry, to every device"
            parley.web -> user "shows it, in order"
        }
        dynamic parley.server "send-message" "A message is acknowledged after it is durable; the push to the devices follows." {
            title "A message is sent"
            user -> parley.web "writes a message"
            parley.web -> parley.server.delivery "frame send, with a client id"
            parley.server.delivery -> parley.server.conversation "hands over the command"
            parley.server.conversation -> parley.server.log "append"
            parley.server.log -> parley.cassandra "conditional batch at the end of the log"
            parley.cassandra -> parley.server.log "applied, durable"
            parley.server.log -> parley.server.conversation "accepted, with its seq"
            parley.server.conversation -> parley.server.delivery "accepted"
            parley.server.delivery -> parley.web "frame accepted, to the sender"
            parley.server.log -> parley.server.delivery "EntriesCommitted"
            parley.server.delivery -> parley.web "frame entry, to every device of every member"
            parley.web -> user "shows it, in order"
        }
        dynamic parley.server "crash-and-repeat" "Nobody is told that a message failed while it may still be written." {
            title "A write without an answer, and a repeat after a crash"
            parley.web -> parley.server.delivery "frame send, with a client id"
            parley.server.delivery -> parley.server.conversation "hands over the command"
            parley.server.conversation -> parley.server.log "append"
            parley.server.log -> parley.cassandra "conditional batch at position N"
            parley.server.log -> parley.cassandra "no answer in time: the same batch at N again"
            parley.cassandra -> parley.server.log "N is taken"
            parley.server.log -> parley.cassandra "serial read of N"
            parley.cassandra -> parley.server.log "this very batch: it was written"
            parley.server.delivery -> parley.web "frame accepted; lost, as the node dies here"
            parley.web -> parley.server.delivery "after a reconnect: frame send, the same id"
            parley.server.conversation -> parley.server.log "append"
            parley.server.log -> parley.server.conversation "repeated: position N"
            parley.server.delivery -> parley.web "frame accepted, position N"
        }
        dynamic parley.server "resume-and-gap" "The client knows how far it is; the server only answers." {
            title "A client comes back and fills its gaps"
            parley.web -> parley.server.delivery "frame authenticate, with an access token"
            parley.server.delivery -> parley.web "frame authenticated; pushes begin"
            parley.web -> parley.server.delivery "frame resume"
            parley.server.delivery -> parley.server.inbox "heads of the user's conversations"
            parley.server.inbox -> parley.cassandra "one partition of rows"
            parley.server.delivery -> parley.web "frame heads"
            parley.web -> parley.server.conversation "GET entries after the last applied"
            parley.server.conversation -> parley.server.log "a range of entries"
            parley.server.conversation -> parley.web "a page without holes"
            parley.web -> parley.server.delivery "frame ping, with the digest of all heads"
            parley.server.delivery -> parley.web "frame pong; heads before it if the digest differs"
        }
        dynamic parley.server "login-and-refresh" "A session lives in one row; tokens only prove it." {
            title "A device logs in, stays logged in, and logs out"
            user -> parley.web "name and password"
            parley.web -> parley.server.account "POST /auth/login"
            parley.server.account -> parley.postgres "hash of the password, by name"
            parley.server.account -> parley.postgres "device, session, hash of a refresh token"
            parley.server.account -> parley.web "access token and refresh token"
            parley.web -> parley.server.account "POST /auth/refresh, before the first ends"
            parley.server.account -> parley.postgres "rotate, in one statement"
            parley.server.account -> parley.web "their successors"
            parley.web -> parley.server.delivery "frame authenticate, with the new token"
            parley.web -> parley.server.account "POST /auth/logout"
            parley.server.account -> parley.postgres "delete the session"
            parley.server.account -> parley.server.delivery "SessionEnded"
            parley.server.delivery -> parley.web "closes the device's sockets"
        }
    }
}
