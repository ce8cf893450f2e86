// Written by npm run types, from the schema files. What it corrects of Supabase's generator: docs/types.md.

/** A value of a column or parameter of JSON. */
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

/** The tables, views and functions that the API shows: the parameter of createClient. */
export type Database = {
  public: {
    Tables: {
      documents_generated: {
        Row: {
          created_at: string
          document_type: string
          google_id: string | null
          id: string
          task_id: string
          title: string | null
          url: string | null
          user_id: string
        }
        ComputedFields: never
        Insert: {
          created_at?: string
          document_type: string
          google_id?: string | null
          id?: string
          task_id: string
          title?: string | null
          url?: string | null
          user_id: string
        }
        Update: {
          created_at?: string
          document_type?: string
          google_id?: string | null
          id?: string
          task_id?: string
          title?: string | null
          url?: string | null
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "documents_generated_user_id_task_id_fkey"
            columns: ["user_id","task_id"]
            isOneToOne: false
            referencedRelation: "task_history"
            referencedColumns: ["user_id","task_id"]
          },
        ]
      }
      execution_logs: {
        Row: {
          agent_type: string
          created_at: string
          id: string
          log_level: string
          message: string
          metadata: Json | null
          seq: number
          step_id: string | null
          task_id: string
          user_id: string
        }
        ComputedFields: never
        Insert: {
          agent_type: string
          created_at?: string
          id?: string
          log_level?: string
          message: string
          metadata?: Json | null
          seq?: never
          step_id?: string | null
          task_id: string
          user_id: string
        }
        Update: {
          agent_type?: string
          created_at?: string
          id?: string
          log_level?: string
          message?: string
          metadata?: Json | null
          seq?: never
          step_id?: string | null
          task_id?: string
          user_id?: string
        }
        Relationships: []
      }
      oauth_tokens: {
        Row: {
          access_token: string
          created_at: string
          expires_at: string | null
          id: string
          key_version: number
          provider: string
          refresh_key_version: number | null
          refresh_token: string | null
          scopes: (string)[]
          token_type: string
          updated_at: string
          user_id: string
        }
        ComputedFields: never
        Insert: {
          access_token: string
          created_at?: string
          expires_at?: string | null
          id?: string
          key_version?: never
          provider?: string
          refresh_key_version?: never
          refresh_token?: string | null
          scopes?: (string)[]
          token_type?: string
          updated_at?: string
          user_id: string
        }
        Update: {
          access_token?: string
          created_at?: string
          expires_at?: string | null
          id?: string
          key_version?: never
          provider?: string
          refresh_key_version?: never
          refresh_token?: string | null
          scopes?: (string)[]
          token_type?: string
          updated_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "oauth_tokens_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: false
            referencedRelation: "profiles"
            referencedColumns: ["id"]
          },
        ]
      }
      profiles: {
        Row: {
          avatar_url: string | null
          created_at: string
          email: string | null
          full_name: string | null
          google_access_token: string | null
          google_key_version: number | null
          google_refresh_key_version: number | null
          google_refresh_token: string | null
          google_scopes: (string)[] | null
          google_token_expires_at: string | null
          id: string
          preferences: NonNullable<Json>
          updated_at: string
        }
        ComputedFields: never
        Insert: {
          avatar_url?: string | null
          created_at?: string
          email?: string | null
          full_name?: string | null
          google_access_token?: string | null
          google_key_version?: never
          google_refresh_key_version?: never
          google_refresh_token?: string | null
          google_scopes?: (string)[] | null
          google_token_expires_at?: string | null
          id: string
          preferences?: NonNullable<Json>
          updated_at?: string
        }
        Update: {
          avatar_url?: string | null
          created_at?: string
          email?: string | null
          full_name?: string | null
          google_access_token?: string | null
          google_key_version?: never
          google_refresh_key_version?: never
          google_refresh_token?: string | null
          google_scopes?: (string)[] | null
          google_token_expires_at?: string | null
          id?: string
          preferences?: NonNullable<Json>
          updated_at?: string
        }
        Relationships: []
      }
      task_history: {
        Row: {
          completed_at: string | null
          created_at: string
          duration_ms: number | null
          google_services: (string)[]
          id: string
          input_prompt: string
          output_summary: string | null
          outputs: Json | null
          rerun_of: string | null
          started_at: string | null
          status: string
          task_id: string
          title: string
          updated_at: string
          user_id: string
        }
        ComputedFields: never
        Insert: {
          completed_at?: string | null
          created_at?: string
          duration_ms?: number | null
          google_services?: (string)[]
          id?: string
          input_prompt: string
          output_summary?: string | null
          outputs?: Json | null
          rerun_of?: string | null
          started_at?: string | null
          status: string
          task_id: string
          title: string
          updated_at?: string
          user_id: string
        }
        Update: {
          completed_at?: string | null
          created_at?: string
          duration_ms?: number | null
          google_services?: (string)[]
          id?: string
          input_prompt?: string
          output_summary?: string | null
          outputs?: Json | null
          rerun_of?: string | null
          started_at?: string | null
          status?: string
          task_id?: string
          title?: string
          updated_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "task_history_user_id_rerun_of_fkey"
            columns: ["user_id","rerun_of"]
            isOneToOne: false
            referencedRelation: "task_history"
            referencedColumns: ["user_id","id"]
          },
        ]
      }
      user_tokens: {
        Row: {
          access_token: string
          created_at: string
          expires_at: string
          id: string
          key_version: number
          provider: string
          refresh_key_version: number | null
          refresh_token: string | null
          scopes: (string)[]
          updated_at: string
          user_id: string
        }
        ComputedFields: never
        Insert: {
          access_token: string
          created_at?: string
          expires_at: string
          id?: string
          key_version?: never
          provider?: string
          refresh_key_version?: never
          refresh_token?: string | null
          scopes?: (string)[]
          updated_at?: string
          user_id: string
        }
        Update: {
          access_token?: string
          created_at?: string
          expires_at?: string
          id?: string
          key_version?: never
          provider?: string
          refresh_key_version?: never
          refresh_token?: string | null
          scopes?: (string)[]
          updated_at?: string
          user_id?: string
        }
        Relationships: []
      }
      workflow_history: {
        Row: {
          command: string
          created_at: string
          executed_at: string
          id: string
          status: Database["public"]['Enums']["workflow_status"]
          user_id: string
          workflow_id: string
        }
        ComputedFields: never
        Insert: {
          command: string
          created_at?: string
          executed_at?: string
          id?: string
          status: Database["public"]['Enums']["workflow_status"]
          user_id: string
          workflow_id: string
        }
        Update: {
          command?: string
          created_at?: string
          executed_at?: string
          id?: string
          status?: Database["public"]['Enums']["workflow_status"]
          user_id?: string
          workflow_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "workflow_history_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: false
            referencedRelation: "profiles"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "workflow_history_user_id_workflow_id_fkey"
            columns: ["user_id","workflow_id"]
            isOneToOne: false
            referencedRelation: "workflows"
            referencedColumns: ["user_id","id"]
          },
        ]
      }
      workflows: {
        Row: {
          command: string
          created_at: string
          end_time: string | null
          error: string | null
          id: string
          results: NonNullable<Json>
          start_time: string
          status: Database["public"]['Enums']["workflow_status"]
          steps: NonNullable<Json>
          updated_at: string
          user_id: string
        }
        ComputedFields: never
        Insert: {
          command: string
          created_at?: string
          end_time?: string | null
          error?: string | null
          id?: string
          results?: NonNullable<Json>
          start_time?: string
          status?: Database["public"]['Enums']["workflow_status"]
          steps?: NonNullable<Json>
          updated_at?: string
          user_id: string
        }
        Update: {
          command?: string
          created_at?: string
          end_time?: string | null
          error?: string | null
          id?: string
          results?: NonNullable<Json>
          start_time?: string
          status?: Database["public"]['Enums']["workflow_status"]
          steps?: NonNullable<Json>
          updated_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "workflows_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: false
            referencedRelation: "profiles"
            referencedColumns: ["id"]
          },
        ]
      }
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      batch_insert_execution_logs: {
        Args: {
          p_logs: Json
          p_task_id: string
          p_user_id: string
        }
        Returns: number
      }
      batch_insert_generated_documents: {
        Args: {
          p_documents: Json
          p_task_id: string
          p_user_id: string
        }
        Returns: number
      }
      delete_documents_by_task: {
        Args: {
          p_task_id: string
          p_user_id: string
        }
        Returns: number
      }
      delete_execution_logs_by_task: {
        Args: {
          p_task_id: string
          p_user_id: string
        }
        Returns: number
      }
      delete_generated_document: {
        Args: {
          p_document_id: string
          p_user_id: string
        }
        Returns: boolean
      }
      delete_google_oauth_tokens: {
        Args: {
          p_user_id: string
        }
        Returns: undefined
      }
      delete_old_execution_logs: {
        Args: {
          p_days_old?: number
          p_user_id: string
        }
        Returns: number
      }
      delete_task_history: {
        Args: {
          p_task_id: string
          p_user_id: string
        }
        Returns: boolean
      }
      delete_user_tokens: {
        Args: {
          p_provider?: string
          p_user_id: string
        }
        Returns: undefined
      }
      get_document_statistics: {
        Args: {
          p_days?: number
          p_user_id: string
        }
        Returns: {
          calendar_events_count: number
          docs_count: number
          emails_count: number
          files_count: number
          sheets_count: number
          total_documents: number
        }[]
      }
      get_documents_by_task: {
        Args: {
          p_task_id: string
          p_user_id: string
        }
        Returns: {
          created_at: string
          document_type: string
          google_id: string | null
          id: string
          task_id: string
          title: string | null
          url: string | null
        }[]
      }
      get_documents_by_type: {
        Args: {
          p_before_created_at?: string | null
          p_before_id?: string | null
          p_document_type: string
          p_limit?: number
          p_offset?: number
          p_user_id: string
        }
        Returns: {
          created_at: string
          document_type: string
          google_id: string | null
          id: string
          task_id: string
          title: string | null
          url: string | null
        }[]
      }
      get_documents_filtered: {
        Args: {
          p_before_created_at?: string | null
          p_before_id?: string | null
          p_document_type?: string | null
          p_end_date?: string | null
          p_limit?: number
          p_offset?: number
          p_start_date?: string | null
          p_task_id?: string | null
          p_user_id: string
        }
        Returns: {
          created_at: string
          document_type: string
          google_id: string | null
          id: string
          task_id: string
          title: string | null
          url: string | null
        }[]
      }
      get_execution_logs_by_task: {
        Args: {
          p_after_seq?: number | null
          p_limit?: number
          p_task_id: string
          p_user_id: string
        }
        Returns: {
          agent_type: string
          created_at: string
          id: string
          log_level: string
          message: string
          metadata: Json | null
          seq: number
          step_id: string | null
          task_id: string
        }[]
      }
      get_execution_logs_filtered: {
        Args: {
          p_agent_type?: string | null
          p_before_created_at?: string | null
          p_before_seq?: number | null
          p_end_date?: string | null
          p_limit?: number
          p_log_level?: string | null
          p_offset?: number
          p_start_date?: string | null
          p_task_id?: string | null
          p_user_id: string
        }
        Returns: {
          agent_type: string
          created_at: string
          id: string
          log_level: string
          message: string
          metadata: Json | null
          seq: number
          step_id: string | null
          task_id: string
        }[]
      }
      get_google_oauth_token: {
        Args: {
          p_user_id: string
        }
        Returns: {
          access_token: string
          expires_at: string | null
          is_expired: boolean
          refresh_token: string | null
        }[]
      }
      get_recent_documents: {
        Args: {
          p_limit?: number
          p_user_id: string
        }
        Returns: {
          created_at: string
          document_type: string
          google_id: string | null
          id: string
          task_id: string
          title: string | null
          url: string | null
        }[]
      }
      get_recent_task_history: {
        Args: {
          p_limit?: number
          p_user_id: string
        }
        Returns: {
          completed_at: string | null
          created_at: string
          duration_ms: number | null
          google_services: (string)[]
          id: string
          output_summary: string | null
          status: string
          task_id: string
          title: string
        }[]
      }
      get_task_history_by_id: {
        Args: {
          p_task_id: string
          p_user_id: string
        }
        Returns: {
          completed_at: string | null
          created_at: string
          duration_ms: number | null
          google_services: (string)[]
          id: string
          input_prompt: string
          output_summary: string | null
          outputs: Json | null
          status: string
          task_id: string
          title: string
        }[]
      }
      get_task_history_filtered: {
        Args: {
          p_before_created_at?: string | null
          p_before_id?: string | null
          p_end_date?: string | null
          p_google_service?: string | null
          p_limit?: number
          p_offset?: number
          p_start_date?: string | null
          p_status?: string | null
          p_user_id: string
        }
        Returns: {
          completed_at: string | null
          created_at: string
          duration_ms: number | null
          google_services: (string)[]
          id: string
          input_prompt: string
          output_summary: string | null
          outputs: Json | null
          status: string
          task_id: string
          title: string
        }[]
      }
      get_task_statistics: {
        Args: {
          p_days?: number
          p_user_id: string
        }
        Returns: {
          avg_duration_ms: number | null
          failed_tasks: number
          most_used_service: string | null
          successful_tasks: number
          total_tasks: number
        }[]
      }
      get_user_token_status: {
        Args: {
          p_provider?: string
          p_user_id: string
        }
        Returns: {
          expires_at: string
          is_expired: boolean
          provider: string
          scopes: (string)[]
          updated_at: string
        }[]
      }
      get_user_tokens: {
        Args: {
          p_provider?: string
          p_user_id: string
        }
        Returns: {
          access_token: string
          expires_at: string
          is_expired: boolean
          refresh_token: string | null
          scopes: (string)[]
        }[]
      }
      insert_execution_log: {
        Args: {
          p_agent_type: string
          p_log_level?: string
          p_message: string
          p_metadata?: Json | null
          p_step_id: string | null
          p_task_id: string
          p_user_id: string
        }
        Returns: string
      }
      insert_generated_document: {
        Args: {
          p_document_type: string
          p_google_id: string | null
          p_task_id: string
          p_title: string | null
          p_url?: string | null
          p_user_id: string
        }
        Returns: string
      }
      insert_task_history: {
        Args: {
          p_completed_at?: string | null
          p_duration_ms?: number | null
          p_google_services?: (string)[] | null
          p_input_prompt: string
          p_output_summary?: string | null
          p_outputs?: Json | null
          p_status: string
          p_task_id: string
          p_title: string
          p_user_id: string
        }
        Returns: string
      }
      storage_of_user: {
        Args: {
          p_user_id: string
        }
        Returns: {
          bytes: number
          row_count: number
          table_name: string
        }[]
      }
      store_google_oauth_tokens: {
        Args: {
          p_access_token: string
          p_expires_at: string | null
          p_refresh_token: string | null
          p_scopes: (string)[] | null
          p_user_id: string
        }
        Returns: undefined
      }
      update_task_history_status: {
        Args: {
          p_completed_at?: string | null
          p_duration_ms?: number | null
          p_output_summary?: string | null
          p_outputs?: Json | null
          p_status: string
          p_task_id: string
          p_user_id: string
        }
        Returns: boolean
      }
      upsert_user_tokens: {
        Args: {
          p_access_token: string
          p_expires_at: string
          p_provider: string
          p_refresh_token: string | null
          p_scopes: (string)[] | null
          p_user_id: string
        }
        Returns: undefined
      }
    }
    Enums: {
      workflow_status: "planning"|"executing"|"completed"|"failed"|"cancelled"
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

/** A row of a table or a view, as it is read. */
export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

/** A row of a table, as it is inserted. */
export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

/** A change of a row of a table. */
export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

/** The labels of an enum. */
export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

/** A value of a composite type. */
export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

/** The labels of enums, in their order. */
export const Constants = {
  "public": {
          Enums: {
            "workflow_status": ["planning", "executing", "completed", "failed", "cancelled"]
          }
        }
} as const
