"""The body: skeleton, motion and shape, as numbers. No Qt."""
