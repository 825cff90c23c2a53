CREATE TABLE "access_grant" (
	"runner_id" uuid NOT NULL,
	"grantee" text NOT NULL,
	"squad_id" uuid NOT NULL,
	"read" text[] NOT NULL,
	"write" text[] NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "access_grant_runner_id_grantee_pk" PRIMARY KEY("runner_id","grantee")
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_runner" (
	"account_id" text PRIMARY KEY NOT NULL,
	"runner_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device" (
	"runner_id" uuid NOT NULL,
	"device" text NOT NULL,
	"account" text NOT NULL,
	"last_seen" timestamp with time zone DEFAULT now() NOT NULL,
	"cursor" bigint NOT NULL,
	"outbox_count" bigint NOT NULL,
	"outbox_oldest_s" bigint NOT NULL,
	CONSTRAINT "device_runner_id_device_pk" PRIMARY KEY("runner_id","device")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"squad_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"read" text[] NOT NULL,
	"write" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_by" text,
	"used_at" timestamp with time zone,
	CONSTRAINT "invitation_squad_id_code_hash_pk" PRIMARY KEY("squad_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "op_quarantine" (
	"runner_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"op" text NOT NULL,
	"code" text NOT NULL,
	"author" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "op_quarantine_runner_id_hash_pk" PRIMARY KEY("runner_id","hash")
);
--> statement-breakpoint
CREATE TABLE "op_receipt" (
	"runner_id" uuid NOT NULL,
	"op_id" text NOT NULL,
	"author" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"status" text NOT NULL,
	"rev" bigint NOT NULL,
	CONSTRAINT "op_receipt_runner_id_op_id_pk" PRIMARY KEY("runner_id","op_id")
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "record" (
	"runner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"schema" bigint NOT NULL,
	"body" json NOT NULL,
	"rev" bigint NOT NULL,
	"key_rev" json NOT NULL,
	"deleted" boolean NOT NULL,
	"author" text NOT NULL,
	"op_id" text NOT NULL,
	CONSTRAINT "record_runner_id_id_pk" PRIMARY KEY("runner_id","id"),
	CONSTRAINT "record_runner_rev" UNIQUE("runner_id","rev")
);
--> statement-breakpoint
CREATE TABLE "record_past" (
	"runner_id" uuid NOT NULL,
	"rev" bigint NOT NULL,
	"id" uuid NOT NULL,
	"values" json NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "record_past_runner_id_rev_id_pk" PRIMARY KEY("runner_id","rev","id")
);
--> statement-breakpoint
CREATE TABLE "runner_head" (
	"runner_id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"epoch" uuid NOT NULL,
	"head" bigint DEFAULT 0 NOT NULL,
	"restore_head" bigint DEFAULT 0 NOT NULL,
	"digest" json DEFAULT '{}'::json NOT NULL,
	"grants_rev" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "squad" (
	"squad_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"coach" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "squad_member" (
	"squad_id" uuid NOT NULL,
	"runner_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "squad_member_squad_id_runner_id_pk" PRIMARY KEY("squad_id","runner_id")
);
--> statement-breakpoint
CREATE TABLE "summary" (
	"runner_id" uuid NOT NULL,
	"part" text NOT NULL,
	"rev" bigint NOT NULL,
	"core_version" integer NOT NULL,
	"facts" json NOT NULL,
	CONSTRAINT "summary_runner_id_part_pk" PRIMARY KEY("runner_id","part")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_user_id" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_provider_account" ON "account" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE INDEX "invitation_code" ON "invitation" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "session_user_id" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "squad_coach" ON "squad" USING btree ("coach");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");