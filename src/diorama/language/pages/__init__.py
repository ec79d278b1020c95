"""The pages that a prompt describes: documents, their colours, drawings, sizes and photographs."""
