-- Takes 006_create_documents_generated_table back.
-- Lost: all rows of documents_generated. The documents in Google Workspace stay.

drop function public.get_document_statistics(uuid, integer);
drop function public.delete_documents_by_task(uuid, text);
drop function public.delete_generated_document(uuid, uuid);
drop function public.get_documents_filtered(uuid, text, text, timestamptz, timestamptz, integer, integer, timestamptz, uuid);
drop function public.get_recent_documents(uuid, integer);
drop function public.get_documents_by_type(uuid, text, integer, integer, timestamptz, uuid);
drop function public.get_documents_by_task(uuid, text);
drop function public.batch_insert_generated_documents(uuid, text, jsonb);
drop function public.insert_generated_document(uuid, text, text, text, text, text);

drop table public.documents_generated;
